import { tagKey } from './tag-key.ts'

/** A term of the managed vocabulary (ED-7). `label` is what articles carry; `broader` is the id of the term above, if any. */
export type Term = {
  readonly id: string
  readonly label: string
  readonly synonyms: readonly string[]
  readonly broader: string | null
}
export type Vocabulary = readonly Term[]

/** A rule of the thesaurus says no; `message` is a French sentence for the person who asked. */
export class ThesaurusRefused extends Error {
  readonly code: 'thesaurus.unknown' | 'thesaurus.cycle' | 'thesaurus.taken' | 'thesaurus.same'

  constructor(code: ThesaurusRefused['code'], message: string) {
    super(message)
    this.name = 'ThesaurusRefused'
    this.code = code
  }
}

/** The term of this id. @throws ThesaurusRefused `thesaurus.unknown` */
export function termOf(vocabulary: Vocabulary, id: string): Term {
  const term = vocabulary.find((each) => each.id === id)
  if (term === undefined) throw new ThesaurusRefused('thesaurus.unknown', 'Ce terme n’existe plus.')
  return term
}

/** The label and the synonyms of a term. */
export const namesOf = ({ label, synonyms }: Term): string[] => [label, ...synonyms]

/** Vocabularies are never changed in place, so the names of one are read once, however many tags are looked up. */
const indexes = new WeakMap<Vocabulary, ReadonlyMap<string, Term>>()

function indexOf(vocabulary: Vocabulary): ReadonlyMap<string, Term> {
  const known = indexes.get(vocabulary)
  if (known !== undefined) return known
  const byKey = new Map<string, Term>()
  const add = (name: string, term: Term) => {
    const key = tagKey(name)
    if (key !== '' && !byKey.has(key)) byKey.set(key, term)
  }
  for (const term of vocabulary) add(term.label, term)
  for (const term of vocabulary) for (const synonym of term.synonyms) add(synonym, term)
  indexes.set(vocabulary, byKey)
  return byKey
}

/** The term that a typed tag means, by its label or a synonym, whatever its accents, capitals and plurals; labels win. */
export const termNamed = (vocabulary: Vocabulary, typed: string): Term | undefined =>
  indexOf(vocabulary).get(tagKey(typed))

/**
 * Tags as an article should carry them: each is replaced by the label of its term, unknown ones stay as typed (trimmed),
 * and what then says the same twice is said once, in the order of typing.
 */
export function normalisedTags(vocabulary: Vocabulary, typed: readonly string[]): string[] {
  const byKey = new Map<string, string>()
  for (const tag of typed) {
    const label = termNamed(vocabulary, tag)?.label ?? tag.replace(/\s+/g, ' ').trim()
    const key = tagKey(label)
    if (key !== '' && !byKey.has(key)) byKey.set(key, label)
  }
  return [...byKey.values()]
}
