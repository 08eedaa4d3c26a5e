import type { RichText } from './rich-text.ts'
import { toText } from './to-text.ts'

/** What an editor starts from; ProseMirror wants at least one block. */
export const emptyRichText: RichText = Object.freeze<RichText>({ type: 'doc', content: [{ type: 'paragraph' }] })

/** Nothing to read: no visible text anywhere. */
export const isEmpty = (doc: RichText): boolean => toText(doc).trim() === ''

/** Number of words; an elision counts with its word, a lone sign of punctuation does not count. */
export const wordsOf = (doc: RichText): number =>
  toText(doc)
    .split(/\s+/)
    .filter((part) => /[\p{L}\p{N}]/u.test(part)).length

/** Whole minutes at 200 words a minute, at least 1 for a text that has words. */
export const readingMinutes = (doc: RichText): number => Math.ceil(wordsOf(doc) / 200)
