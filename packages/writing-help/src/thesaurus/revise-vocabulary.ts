import { quoted } from '../advice/advice.ts'
import { tagKey } from './tag-key.ts'
import { namesOf, type Term, ThesaurusRefused, termNamed, termOf, type Vocabulary } from './term.ts'

/** In the tags of articles, `from` (compared by `tagKey`) becomes `to`. */
export type Rewrite = { from: string; to: string }

/**
 * Adds a term, or puts it in the place of that of the same id.
 * @throws ThesaurusRefused `thesaurus.taken` when one of its names already is another term's, `thesaurus.cycle`, `thesaurus.unknown`
 */
export function withTerm(vocabulary: Vocabulary, term: Term): Vocabulary {
  const others = vocabulary.filter(({ id }) => id !== term.id)
  for (const name of namesOf(term)) {
    const owner = termNamed(others, name)
    if (owner !== undefined)
      throw new ThesaurusRefused(
        'thesaurus.taken',
        `${quoted(name)} désigne déjà le terme ${quoted(owner.label)}. Fusionnez-les plutôt.`,
      )
  }
  const known = vocabulary.some(({ id }) => id === term.id)
  const next = known ? vocabulary.map((each) => (each.id === term.id ? term : each)) : [...vocabulary, term]
  return checkedBroader(next, term)
}

/**
 * Puts a term below another, or at the top with `null`.
 * @throws ThesaurusRefused `thesaurus.cycle` when the term would stand above itself, `thesaurus.unknown`
 */
export function withBroader(vocabulary: Vocabulary, id: string, broader: string | null): Vocabulary {
  const term = { ...termOf(vocabulary, id), broader }
  return checkedBroader(
    vocabulary.map((each) => (each.id === id ? term : each)),
    term,
  )
}

function checkedBroader(vocabulary: Vocabulary, term: Term): Vocabulary {
  if (term.broader === null) return vocabulary
  const above = termOf(vocabulary, term.broader)
  if (above.id === term.id || broaderOf(vocabulary, above.id).some(({ id }) => id === term.id))
    throw new ThesaurusRefused(
      'thesaurus.cycle',
      `${quoted(above.label)} est déjà plus précis que ${quoted(term.label)}\u00a0: il ne peut pas être aussi plus large.`,
    )
  return vocabulary
}

/** The terms above, the nearest first. A cycle or a missing term in old data ends the walk. */
export function broaderOf(vocabulary: Vocabulary, id: string): Term[] {
  const above: Term[] = []
  const seen = new Set([id])
  const find = (wanted: string | null | undefined) => vocabulary.find((term) => term.id === wanted)
  for (let next = find(find(id)?.broader); next !== undefined && !seen.has(next.id); next = find(next.broader)) {
    seen.add(next.id)
    above.push(next)
  }
  return above
}

/** All terms below, at any depth, level by level. A cycle in old data ends the walk. */
export function narrowerOf(vocabulary: Vocabulary, id: string): Term[] {
  const below: Term[] = []
  const seen = new Set([id])
  let level = [id]
  while (level.length > 0) {
    const next = vocabulary.filter(
      (term) => term.broader !== null && level.includes(term.broader) && !seen.has(term.id),
    )
    for (const term of next) seen.add(term.id)
    below.push(...next)
    level = next.map((term) => term.id)
  }
  return below
}

/**
 * Merges `from` into `into`: the names of the first become synonyms of the second, its narrower terms go below it, and `rewrites`
 * says what becomes of the tags of articles. A term merged into one of its narrower terms gives it its own place.
 * @throws ThesaurusRefused `thesaurus.same` when they are one, `thesaurus.unknown`
 */
export function mergeTerms(
  vocabulary: Vocabulary,
  { from, into }: { from: string; into: string },
): { vocabulary: Vocabulary; rewrites: Rewrite[] } {
  const lost = termOf(vocabulary, from)
  const kept = termOf(vocabulary, into)
  if (from === into) throw new ThesaurusRefused('thesaurus.same', 'Choisissez deux termes différents à fusionner.')
  const wasBelow = broaderOf(vocabulary, into).some(({ id }) => id === from)
  const merged: Term = {
    ...kept,
    synonyms: distinctNames(kept.label, [...kept.synonyms, ...namesOf(lost)]),
    broader: wasBelow ? lost.broader : kept.broader,
  }
  return {
    vocabulary: vocabulary
      .filter(({ id }) => id !== from)
      .map((term) => {
        if (term.id === into) return merged
        return term.broader === from ? { ...term, broader: into } : term
      }),
    rewrites: namesOf(lost)
      .filter((name) => name !== kept.label)
      .map((name) => ({ from: name, to: kept.label })),
  }
}

/** Names that differ by more than accents, capitals and plurals, from each other and from the label; the first of each is kept. */
function distinctNames(label: string, names: readonly string[]): string[] {
  const seen = new Set([tagKey(label)])
  return names.filter((name) => {
    const key = tagKey(name)
    return !seen.has(key) && seen.add(key)
  })
}

/** The tags of an article after rewrites, each once; the same array when nothing changes, so that the article need not be saved. */
export function rewriteTags(tags: readonly string[], rewrites: readonly Rewrite[]): readonly string[] {
  const targets = new Map(rewrites.map(({ from, to }) => [tagKey(from), to]))
  if (!tags.some((tag) => (targets.get(tagKey(tag)) ?? tag) !== tag)) return tags
  return [...new Set(tags.map((tag) => targets.get(tagKey(tag)) ?? tag))]
}

/** The terms that no article carries and that no used term stands below: what may be taken away without anybody missing it. */
export function unusedTerms(vocabulary: Vocabulary, usedTags: Iterable<string>): Term[] {
  const used = new Set<string>()
  for (const tag of new Set(usedTags)) {
    const term = termNamed(vocabulary, tag)
    if (term !== undefined) for (const each of [term, ...broaderOf(vocabulary, term.id)]) used.add(each.id)
  }
  return vocabulary.filter(({ id }) => !used.has(id))
}
