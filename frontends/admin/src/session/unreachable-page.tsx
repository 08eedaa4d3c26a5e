import { Button } from '@mui/material'
import { Door } from './door.tsx'
import { useSession } from './session-context.tsx'

export const UnreachablePage = () => {
  const session = useSession()
  return (
    <Door title="Le bureau ne répond pas">
      <p>Vérifiez votre connexion à Internet. Si elle marche, le serveur est sans doute en train de redémarrer.</p>
      <p className="quiet">Ce que vous avez tapé auparavant est gardé sur cet ordinateur.</p>
      <div className="actions">
        <Button variant="contained" onClick={() => void session.load()}>
          Réessayer
        </Button>
      </div>
    </Door>
  )
}
