import polyglotI18nProvider from 'ra-i18n-polyglot'
import raMessages from 'ra-language-french'
import type { TranslationMessages } from 'react-admin'
import { type Messages, typographic, typographicMessages } from './french-typography.ts'
import { messages } from './messages.ts'

/** French only. What has no name is shown as it was written: labels are given in French in the code. */
export const i18nProvider = polyglotI18nProvider(
  () => merged(typographicMessages(raMessages as Messages), messages) as TranslationMessages,
  'fr',
  [{ locale: 'fr', name: 'Français' }],
  { allowMissing: true, onMissingKey: (key: string) => typographic(key) },
)

function merged(base: Messages, over: Messages): Messages {
  const result = { ...base }
  for (const [key, value] of Object.entries(over)) {
    const below = base[key]
    result[key] = typeof value === 'object' && typeof below === 'object' ? merged(below, value) : value
  }
  return result
}
