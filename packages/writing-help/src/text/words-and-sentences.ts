import { type RichText, toText } from '@pmq/rich-text'

/**
 * The words of a text, bare of the punctuation around them. An elision counts with its word, a lone sign does not count:
 * the same count as `wordsOf` of @pmq/rich-text.
 */
export const wordsIn = (text: string): string[] =>
  text.split(/\s+/).flatMap((word) => word.match(/[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/u)?.[0] ?? [])

/** How many words the whole text has, tables and headings included; in time proportional to its length, whatever is typed. */
export const wordCountOf = (body: RichText): number => wordsIn(toText(body)).length

/** After these, a full stop does not end the sentence: initials and titles; and, before a number, what it numbers. */
const beforeName = /(?:^|[\s(«’'])(?:\p{Lu}|MM|Mr|Dr|Me|Mgr|Ste?|[Bb]d|cf|p\. ex)\.$/u
const beforeNumber = /(?:^|[\s(«’'])(?:art|av|chap|env|fig|pp?|tél|vol)\.$/iu
const sentenceEnd = /(?<=[.!?…][\s\u202f]*[»”")\]]*)\s+(?=[«“"([–—]*\s*[\p{Lu}\p{N}«“"])/u

/**
 * The sentences of a passage. They end at `.`, `!`, `?` or `…` followed by the end, or by white space and something that begins
 * a sentence; not after an initial or a usual abbreviation (« art. 12 »), nor inside a number or an address.
 */
export function sentencesIn(text: string): string[] {
  const sentences: string[] = []
  let open: string[] = []
  // Long runs of white space would make the search for ends slow; two in a row mean no more than one.
  for (const piece of text.replace(/\s{2,}/g, ' ').split(sentenceEnd)) {
    const last = open.at(-1) ?? ''
    if (!(beforeName.test(last) || (beforeNumber.test(last) && /^\p{N}/u.test(piece)))) {
      sentences.push(open.join(' '))
      open = []
    }
    open.push(piece)
  }
  return [...sentences, open.join(' ')].map((each) => each.trim()).filter((each) => /[\p{L}\p{N}]/u.test(each))
}
