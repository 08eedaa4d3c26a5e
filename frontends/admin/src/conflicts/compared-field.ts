import type { ReactNode } from 'react'

/** How a field is shown when two versions are compared. */
export type ComparedField = {
  source: string
  /** `words`: text, compared word by word. `rich`: shown as it is read. `choice`: shown by `show`, one against the other. */
  as: 'words' | 'rich' | 'choice'
  /** The value in words; by default, as it is. */
  show?: (value: unknown) => ReactNode
}

/** A value of the form as a text to compare: lists line by line. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(asText).join('\n')
  if (typeof value === 'object') return Object.values(value).map(asText).filter(Boolean).join(' · ')
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  return String(value)
}
