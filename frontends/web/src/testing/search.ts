import type { SearchAnswer, SearchHit } from '@pmq/contracts/search'
import { fixtureArticles } from './articles.ts'
import { fixtureSites } from './sites.ts'

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function marked(text: string, word: string) {
  const at = plain(text).indexOf(plain(word))
  if (word === '' || at < 0) return [{ text, marked: false }]
  const [before, found, after] = [text.slice(0, at), text.slice(at, at + word.length), text.slice(at + word.length)]
  return [
    { text: before, marked: false },
    { text: found, marked: true },
    { text: after, marked: false },
  ].filter((piece) => piece.text !== '')
}

function counted(hits: SearchHit[], idOf: (hit: SearchHit) => string, labelOf: (hit: SearchHit) => string) {
  const groups = Map.groupBy(hits, idOf)
  return [...groups].map(([value, [first, ...others]]) => ({
    ...{ value, count: 1 + others.length, label: first ? labelOf(first) : value },
  }))
}

/** Looks for one word in the titles and summaries; `energei` is the typing mistake that it corrects. */
export function fixtureSearch(what: string | undefined, search: URLSearchParams): unknown {
  const [asked, page] = [search.get('q') ?? '', Number(search.get('page') ?? 1)]
  const q = asked === 'energei' ? 'énergie' : asked
  const hits = fixtureArticles
    .filter(
      ({ title, summary, tags }) =>
        plain(title + summary).includes(plain(q)) && (!search.get('tag') || tags.includes(search.get('tag') ?? '')),
    )
    .map(({ id, site, kind, title, summary, path, section, tags, publishedAt, archived }): SearchHit => {
      const highlights = { title: marked(title, q), text: marked(summary, q) }
      return { id, site, kind, title, summary, path, section, tags, publishedAt, archived, highlights }
    })
  if (what === 'suggestions')
    return { items: hits.slice(0, 6).map(({ title, path, site, kind }) => ({ title, path, site, kind })) }
  const kept = hits.filter((hit) =>
    [
      ['site', hit.site],
      ['kind', hit.kind],
      ['section', hit.section?.id],
    ].every(([name = '', value]) => [null, value].includes(search.get(name))),
  )
  const size = Number(search.get('perPage') ?? 10)
  const results: SearchAnswer = {
    items: kept.slice((page - 1) * size, page * size),
    total: kept.length,
    facets: {
      site: counted(
        kept,
        ({ site }) => site,
        ({ site }) => fixtureSites.find(({ id }) => id === site)?.name ?? site,
      ),
      kind: counted(
        kept,
        ({ kind }) => kind,
        ({ kind }) => kind,
      ),
      section: counted(
        kept,
        ({ section }) => section?.id ?? '',
        ({ section }) => section?.title ?? '',
      ),
    },
  }
  return q === asked ? results : { ...results, corrected: q }
}
