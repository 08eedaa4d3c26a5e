/** What a reader may choose for the look of pages; kept in the browser, told to the style sheet on `<html>`. */
export type Preference = 'theme' | 'contrast' | 'text'

/** `''` is "as my device is set", or the usual size. */
export const choices = {
  theme: ['', 'light', 'dark'],
  contrast: ['', 'more'],
  text: ['-1', '', '1', '2'],
} as const satisfies Record<Preference, readonly string[]>

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
type Told = Record<string, string | undefined>

const keyOf = (name: Preference) => `pmq-${name}`
const isChoice = (name: Preference, value: string) => (choices[name] as readonly string[]).includes(value)

/** The reader's choices in a storage and on an element. A storage that refuses changes nothing but the memory. */
export function createPreferences(kept: Kept, told: Told) {
  return {
    get: (name: Preference) => told[name] ?? '',
    set(name: Preference, value: string) {
      if (!isChoice(name, value)) return
      if (value) told[name] = value
      else delete told[name]
      try {
        if (value) kept.setItem(keyOf(name), value)
        else kept.removeItem(keyOf(name))
      } catch {
        // private browsing, or a full storage: the choice holds for this page
      }
    },
  }
}

/** The size that comes after `steps` steps from the current one; the ends hold. */
export function textStep(current: string, steps: -1 | 1): string {
  const at = Math.max(0, (choices.text as readonly string[]).indexOf(current))
  return choices.text[Math.min(choices.text.length - 1, Math.max(0, at + steps))] ?? ''
}
