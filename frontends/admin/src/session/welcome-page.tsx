import { Button } from '@mui/material'
import { Door } from './door.tsx'
import { signInAddress } from './session.ts'

export const WelcomePage = () => (
  <Door title="Entrer au bureau">
    <p className="quiet">
      C’est ici que l’équipe du Pays écrit les sites. Le même compte ouvre le bureau, l’espace partenaires et la
      plateforme du patrimoine.
    </p>
    <div className="actions">
      <Button
        variant="contained"
        size="large"
        onClick={() => window.location.assign(signInAddress(window.location.hash))}
      >
        Se connecter
      </Button>
      <Button variant="text" href="/">
        Revenir au site
      </Button>
    </div>
  </Door>
)
