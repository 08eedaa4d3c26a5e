import { z } from 'zod'

/** One line of text as a person types it: trimmed, never empty, no control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'Ce champ est obligatoire.')
    .max(max, `${max}\u00a0caractères au plus.`)
    // That something is left after trimming is said here for those who read the API document.
    .regex(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
      /^[^\S\u0000-\u001f\u007f]*[^\s\u0000-\u001f\u007f][^\u0000-\u001f\u007f]*$/,
      'Ce texte contient des caractères invisibles qui ne sont pas permis.',
    )

/** Several lines of plain text; may be empty. */
export const text = (max: number) => z.string().trim().max(max, `${max}\u00a0caractères au plus.`)

/** The last part of an address: `plan-climat-2030`. */
export const slug = z
  .string()
  .max(100, '100\u00a0caractères au plus.')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Lettres minuscules sans accent, chiffres et traits d’union seulement.')

/** Identifiers are made by us (seed ids or UUIDs): plain and short, so that they are safe anywhere. */
export const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/, 'Identifiant inconnu.')

/** A list of the API: the page asked for, and how many there are in all. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.int().nonnegative() })

/** A moment, as JSON carries it. */
export const moment = z.iso.datetime({ offset: true })
