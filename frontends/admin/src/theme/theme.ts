import type { Theme } from '@mui/material/styles'
import { fonts } from '@pmq/ui/tokens'
import { muiPalette } from '@pmq/ui/tokens/mui'
import type { RaThemeOptions } from 'react-admin'
import { controls } from './controls.ts'
import { surfaces } from './surfaces.ts'

/**
 * The quiet register of the print (look.md): paper, ink, one accent. Colours stand in the style sheets as custom properties, so
 * that night and stronger contrast follow the system; the palette repeats a few for what MUI computes itself.
 */
const themeOf = (mode: 'light' | 'dark'): RaThemeOptions => ({
  palette: muiPalette(mode),
  shape: { borderRadius: 0 },
  shadows: Array(25).fill('none') as Theme['shadows'],
  transitions: { create: () => 'none' },
  typography,
  components: { ...controls, ...surfaces },
})

const typography: RaThemeOptions['typography'] = {
  fontFamily: fonts.text,
  fontSize: 16,
  htmlFontSize: 16,
  body1: { fontSize: '1rem', lineHeight: 1.45, letterSpacing: 0 },
  body2: { fontSize: '1rem', lineHeight: 1.45, letterSpacing: 0 },
  caption: { fontSize: '0.9375rem', lineHeight: 1.35, letterSpacing: 0 },
  button: {
    fontFamily: fonts.display,
    fontWeight: 800,
    fontSize: '1.0625rem',
    textTransform: 'none',
    letterSpacing: 0,
  },
}

export const lightTheme = themeOf('light')
export const darkTheme = themeOf('dark')
