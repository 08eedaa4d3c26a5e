import { badValue } from '../command-error.ts'

/**
 * A regular expression as the driver sent it, made safe to reuse: `bson` writes the option `s` (dot matches
 * newlines) as JavaScript's `g`, which would make `test` remember its last position.
 */
export function asPattern(source: unknown, options?: unknown): RegExp {
  const pattern = source instanceof RegExp ? source.source : source
  const given = options ?? (source instanceof RegExp ? source.flags.replace('g', 's') : '')
  if (typeof pattern !== 'string' || typeof given !== 'string') throw badValue('$regex and $options need text.')
  const flags = [...new Set(given)].join('')
  if (/[^ims]/.test(flags)) throw badValue(`The regular expression option '${flags}' is not one of i, m, s.`)
  try {
    return new RegExp(pattern, flags)
  } catch (error) {
    throw badValue(`Regular expression is invalid: ${(error as Error).message}`)
  }
}
