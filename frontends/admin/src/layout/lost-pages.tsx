import { LinkBase } from 'react-admin'
import { PageHead } from './page-head.tsx'

export const AccessDeniedPage = () => (
  <>
    <PageHead
      title="Cette page n’est pas ouverte à votre compte"
      lead="Votre rôle ne permet pas de l’ouvrir. Demandez à un administrateur s’il vous la faut."
    />
    <LinkBase to="/">Revenir à l’accueil du bureau</LinkBase>
  </>
)

export const NotFoundPage = () => (
  <>
    <PageHead title="Page introuvable" lead="Cette adresse ne mène nulle part dans le bureau." />
    <LinkBase to="/">Revenir à l’accueil du bureau</LinkBase>
  </>
)
