import { chooseTheme, type ThemeChoice, themeChoices, useThemeChoice } from '../theme/index.ts'

const titles: Record<ThemeChoice, string> = { '': 'De l’appareil', light: 'Claires', dark: 'Sombres' }

export const ThemeSelect = () => (
  <label className="theme-select">
    <span>Couleurs</span>
    <select value={useThemeChoice()} onChange={({ target }) => chooseTheme(target.value as ThemeChoice)}>
      {themeChoices.map((choice) => (
        <option key={choice} value={choice}>
          {titles[choice]}
        </option>
      ))}
    </select>
  </label>
)
