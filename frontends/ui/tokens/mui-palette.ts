import { colours, type InkName } from './colours.ts'

/**
 * The palette of the back office's theme (react-admin, MUI): ink is the main colour, the site's ink the second.
 * Colours on the screen come from the custom properties; this is for what MUI computes itself.
 */
export function muiPalette(mode: 'light' | 'dark', accent: InkName = 'green') {
  const of = mode === 'light' ? colours.day : colours.night
  return {
    mode,
    primary: { main: of.ink, contrastText: of.paper },
    secondary: { main: of[accent], contrastText: of[`on-${accent}`] },
    error: { main: of.error, contrastText: of.paper },
    warning: { main: of['yellow-text'] },
    info: { main: of['blue-text'] },
    success: { main: of['green-text'] },
    text: { primary: of.ink, secondary: of['ink-2'], disabled: of['ink-2'] },
    background: { default: of.paper, paper: of.paper },
    divider: of.line,
  }
}
