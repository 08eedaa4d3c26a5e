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

export type Asked = {
  q: string
  tag: string
  filters: Partial<Record<FacetName, string>>
  /** The facet of which all values are shown. */
  all: string
}

/** What the address asks for; what is too long is cut. */
export function asked(search: URLSearchParams): Asked {
  const read = (name: string) => (search.get(name) ?? '').trim().slice(0, 200)
  const filters = facetNames.map((name) => [name, read(name)] as const).filter(([, value]) => value !== '')
  return { q: read('q'), tag: read('tag'), filters: Object.fromEntries(filters), all: read('tout') }
}

export const nothingAsked = ({ q, tag }: Asked) => q === '' && tag === ''

const mostValues = 6

/**
 * The facets that can still narrow (more than one value), and those that were chosen, to be taken back; `to` gives the address
 * with one parameter changed. The first values are enough; a link shows all of them.
 */
export function facetGroups(
  facets: SearchAnswer['facets'],
  { filters, all }: Asked,
  to: (name: string, value: string | undefined) => string,
) {
  return facetNames
    .map((name) => ({ name, named: facets[name].filter(({ value }) => value !== ''), chosen: filters[name] }))
    .filter(({ named, chosen }) => chosen !== undefined || named.length > 1)
    .map(({ name, named, chosen }) => ({
      title: facetTitles[name],
      values: shownValues(name === all ? named : named.slice(0, mostValues), named, chosen).map((one) => ({
        label: facetLabel(name, one),
        count: one.count,
        isChosen: one.value === chosen,
        href: to(name, one.value === chosen ? undefined : one.value),
      })),
      ...(named.length > mostValues && name !== all && { more: to('tout', name) }),
    }))
}

type Values = SearchAnswer['facets']['kind']

/** The chosen value is always among those that are shown, even when nothing has it. */
function shownValues(first: Values, named: Values, chosen: string | undefined): Values {
  if (chosen === undefined || first.some(({ value }) => value === chosen)) return first
  return [named.find(({ value }) => value === chosen) ?? { value: chosen, label: chosen, count: 0 }, ...first]
}
