import { useMediaQuery } from '@mui/material'
import { choices, createPreferences, type Preference } from '@pmq/ui/components/display-settings/preferences.ts'
import { useSyncExternalStore } from 'react'

/**
 * The colours that somebody chose, kept in the browser under the names that the public sites use (`pmq-theme` …): on one address,
 * one choice for both. Without a choice the system decides.
 */
const told = document.documentElement.dataset
const kept = ownStorage()
const preferences = createPreferences(kept ?? { getItem: () => null, setItem: () => {}, removeItem: () => {} }, told)

for (const name of Object.keys(choices) as Preference[]) {
  const value = kept?.getItem(`pmq-${name}`)
  if (value) preferences.set(name, value)
}

export type ThemeChoice = (typeof choices.theme)[number]
export const themeChoices = choices.theme

const listeners = new Set<() => void>()
const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function chooseTheme(choice: ThemeChoice) {
  preferences.set('theme', choice)
  for (const listener of listeners) listener()
}

export const useThemeChoice = () => useSyncExternalStore(listen, () => preferences.get('theme')) as ThemeChoice

export function useIsNight(): boolean {
  const choice = useThemeChoice()
  const system = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true })
  return choice === '' ? system : choice === 'dark'
}

/** Merely reading it throws where a browser forbids it. */
function ownStorage(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}
