import { keycloakCss } from './keycloak-css.ts'
import { pdfColours } from './pdf-colours.ts'
import { signInCss } from './sign-in-css.ts'
import { tokensCss } from './tokens-css.ts'

const repository = new URL('../../../', import.meta.url)

/** Every file that is written from the tokens, and what it says. */
export const outputs = (): { file: URL; text: string }[] =>
  [
    { path: 'frontends/ui/tokens/tokens.css', text: tokensCss() },
    { path: 'frontends/ui/tokens/pdf-colours.json', text: `${JSON.stringify(pdfColours(), null, 2)}\n` },
    { path: 'packages/embedded/src/identity/tokens.css', text: signInCss() },
    { path: 'infra/keycloak/themes/midi-quercy/login/resources/css/tokens.css', text: keycloakCss() },
  ].map(({ path, text }) => ({ file: new URL(path, repository), text }))
