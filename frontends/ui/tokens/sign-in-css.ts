import type { ColourName } from './colours.ts'
import { rule, variables } from './css.ts'
import { cuts, fonts } from './scales.ts'
import { sheetsCss } from './sheets-css.ts'

const names: ColourName[] = [
  'paper',
  'paper-2',
  'sheet',
  'ink',
  'ink-2',
  'line',
  'rule',
  'focus',
  'error',
  'green',
  'green-edge',
  'blue',
]

/** What a sign-in page needs of the tokens (the embedded identity provider's, Keycloak's): few colours, both families, the flat cut. */
export const signInCss = (): string =>
  [
    '/* Written by `npm run tokens -w @pmq/ui` from frontends/ui/tokens: change them there. */\n',
    rule(':root', [...variables(fonts, 'font-'), ...variables({ s: cuts.s }, 'cut-')]),
    sheetsCss(names),
  ].join('')
