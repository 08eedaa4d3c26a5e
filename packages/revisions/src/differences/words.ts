/** A text cut into words, spaces and signs; joined again it is the text. An accent written apart stays with its letter. */
export const wordsIn = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]+/gu) ?? []

/** Whether it is read as a word: spaces and signs are not. */
export const isWord = (token: string): boolean => /[\p{L}\p{N}]/u.test(token)

/** Number of words; an elision counts with its word, as in the editor's own count. */
export const countWords = (text: string): number => (text.match(/[^\s]*[\p{L}\p{N}][^\s]*/gu) ?? []).length

/** Words added and removed. A word that is replaced counts once in each. */
export type WordCount = { added: number; removed: number }

/** The sum of several counts. */
export const sumOf = (counts: readonly WordCount[]): WordCount => ({
  added: counts.reduce((sum, { added }) => sum + added, 0),
  removed: counts.reduce((sum, { removed }) => sum + removed, 0),
})
