import { badValue, unsupported } from './command-error.ts'
import type { Document } from './values/document.ts'

/** Refuses fields that are not in the list, so that no option is ever ignored in silence. */
export function refuseOthers(where: string, given: Document, known: string[]) {
  for (const [name, value] of Object.entries(given))
    if (!known.includes(name) && value !== undefined) throw unsupported(`'${name}' in ${where}`)
}

export function documentsIn(value: unknown, name: string): Document[] {
  if (!Array.isArray(value) || value.length === 0) throw badValue(`'${name}' must be an array of documents.`)
  return value
}

/** A whole number ≥ 0, 0 when absent. */
export function countIn(value: unknown, name: string): number {
  if (value === undefined || value === null) return 0
  if (!Number.isInteger(value) || (value as number) < 0) throw badValue(`'${name}' must be a whole number ≥ 0.`)
  return value as number
}
