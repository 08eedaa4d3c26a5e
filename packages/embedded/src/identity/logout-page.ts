import { html, trustedHtml } from './html.ts'
import { renderPage } from './page.ts'

/**
 * Asks before signing out, since any page of the web can send a browser here.
 * @param form oidc-provider's own, with its anti-forgery value; it lacks the buttons
 */
export function renderLogoutQuestion(form: string, home: string | undefined): string {
  const withButton = form.replace(
    '</form>',
    '<input type="hidden" name="logout" value="yes"><button type="submit">Me déconnecter</button></form>',
  )
  const content = html`<h1>Se déconnecter ?</h1>
<p class="lead">Vous serez déconnecté du bureau, de l’espace partenaires et de la plateforme du patrimoine.</p>
${trustedHtml(withButton)}`
  return renderPage({ title: 'Se déconnecter', content, home })
}

export function renderLoggedOut(home: string | undefined): string {
  const content = html`<h1>Vous êtes déconnecté</h1>
<p class="lead">Vous pouvez fermer cette page.</p>`
  return renderPage({ title: 'Déconnexion', content, home })
}
