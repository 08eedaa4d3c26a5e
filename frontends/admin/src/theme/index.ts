export { darkTheme, lightTheme } from './theme.ts'
export { chooseTheme, type ThemeChoice, themeChoices, useIsNight, useThemeChoice } from './theme-choice.ts'
