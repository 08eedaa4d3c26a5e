import { Button } from '@mui/material'
import { submitSignOut } from './auth-provider.ts'
import { Door } from './door.tsx'
import { useMe, useSession } from './session-context.tsx'

export const NoAccessPage = () => {
  const me = useMe()
  const session = useSession()
  return (
    <Door title="Ce compte n’ouvre pas le bureau">
      <p>
        Vous êtes bien connecté sous le nom <strong>{me.name}</strong> ({me.username}), mais ce compte n’a pas de rôle
        dans l’équipe du Pays.
      </p>
      <p>
        Pour obtenir un accès, écrivez à l’animateur numérique du PETR du Pays Midi-Quercy, à Nègrepelisse, en donnant
        cet identifiant. Il attribue les rôles.
      </p>
      <div className="actions">
        <Button variant="contained" onClick={() => submitSignOut(session.csrf())}>
          Se déconnecter
        </Button>
        <Button variant="text" href="/">
          Revenir au site
        </Button>
      </div>
    </Door>
  )
}
