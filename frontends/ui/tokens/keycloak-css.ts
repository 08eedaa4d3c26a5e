import { rule } from './css.ts'
import { signInCss } from './sign-in-css.ts'

/** Keycloak's sign-in pages: the same, and the names that its own style sheet (PatternFly 5) asks for. */
export const keycloakCss = (): string =>
  [
    signInCss(),
    rule(':root', [
      '--pf-v5-global--primary-color--100: var(--ink);',
      '--pf-v5-global--primary-color--200: var(--ink-2);',
      '--pf-v5-global--link--Color: var(--ink);',
      '--pf-v5-global--link--Color--hover: var(--ink-2);',
      '--pf-v5-global--danger-color--100: var(--error);',
      '--pf-v5-global--FontFamily--text: var(--font-text);',
      '--pf-v5-global--FontFamily--heading: var(--font-display);',
    ]),
  ].join('')
