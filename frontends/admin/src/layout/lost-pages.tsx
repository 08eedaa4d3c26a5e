import { LinkBase } from 'react-admin'
import { EmptyState } from './empty-state.tsx'
import { PageHead } from './page-head.tsx'

export const AccessDeniedPage = () => (
  <>
    <PageHead title="Cette page n’est pas ouverte à votre compte" />
    <EmptyState print="lost" title="Votre rôle ne permet pas de l’ouvrir">
      <p>Demandez à un administrateur s’il vous la faut.</p>
      <HomeLink />
    </EmptyState>
  </>
)

export const NotFoundPage = () => (
  <>
    <PageHead title="Page introuvable" />
    <EmptyState print="lost" title="Cette adresse ne mène nulle part">
      <p>Elle a pu changer, ou le contenu a été supprimé.</p>
      <HomeLink />
    </EmptyState>
  </>
)

const HomeLink = () => (
  <p>
    <LinkBase to="/">Revenir à l’accueil du bureau</LinkBase>
  </p>
)
