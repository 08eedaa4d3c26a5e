import type { SearchAnswer, SearchHit } from '@pmq/contracts/search'

/** What a search may be narrowed by, in the order of the page. */
const facetNames = ['kind', 'site', 'section'] as const
export type FacetName = (typeof facetNames)[number]
const facetTitles: Record<FacetName, string> = { kind: 'Type de contenu', site: 'Site', section: 'Rubrique' }

const kinds: Record<string, [one: string, several: string]> = {
  page: ['Page', 'Pages'],
  article: ['Actualité', 'Actualités'],
  chantier: ['Chantier', 'Chantiers'],
  commune: ['Commune', 'Communes'],
  section: ['Rubrique', 'Rubriques'],
}
export const kindOf = (hit: Pick<SearchHit, 'kind'>) => kinds[hit.kind]?.[0] ?? hit.kind
const facetLabel = (name: FacetName, { value, label }: { value: string; label: string }) =>
  name === 'kind' ? (kinds[value]?.[1] ?? label) : label

export type Asked = { q: string; tag: string; filters: Partial<Record<FacetName, string>> }

/** What the address asks for; what is too long is cut. */
export function asked(search: URLSearchParams): Asked {
  const read = (name: string) => (search.get(name) ?? '').trim().slice(0, 200)
  const filters = facetNames.map((name) => [name, read(name)] as const).filter(([, value]) => value !== '')
  return { q: read('q'), tag: read('tag'), filters: Object.fromEntries(filters) }
}

export const nothingAsked = ({ q, tag }: Asked) => q === '' && tag === ''

const mostValues = 6

/** The facets that can still narrow (more than one value), and those that were chosen, to be taken back; `to` gives their addresses. */
export function facetGroups(
  facets: SearchAnswer['facets'],
  { filters }: Asked,
  to: (name: FacetName, value: string | undefined) => string,
) {
  return facetNames
    .map((name) => ({ name, title: facetTitles[name], values: shownValues(facets[name], filters[name]) }))
    .filter(({ name, values }) => filters[name] !== undefined || values.length > 1)
    .map(({ name, title, values }) => ({
      title,
      values: values.map((one) => {
        const isChosen = one.value === filters[name]
        const href = to(name, isChosen ? undefined : one.value)
        return { label: facetLabel(name, one), count: one.count, isChosen, href }
      }),
    }))
}

/** The most frequent values; the chosen one is always among them, even when nothing has it. */
function shownValues(values: SearchAnswer['facets']['kind'], chosen: string | undefined) {
  const named = values.filter(({ value }) => value !== '')
  const first = named.slice(0, mostValues)
  if (chosen === undefined || first.some(({ value }) => value === chosen)) return first
  return [named.find(({ value }) => value === chosen) ?? { value: chosen, label: chosen, count: 0 }, ...first]
}
