import { createPreferences } from './preferences.ts'

// A browser may refuse even to name its storage.
function storage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}
const none = { getItem: () => null, setItem: () => {}, removeItem: () => {} }

/** The preferences of this reader, on this page. */
export const preferences = createPreferences(storage() ?? none, document.documentElement.dataset)

/** An element made in one line; these controls exist only where scripts run, so scripts make them. */
export function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  Object.assign(element, properties)
  element.append(...children)
  return element
}
