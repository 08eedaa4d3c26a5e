import type { SearchAnswer, SearchHit } from '@pmq/contracts/search'

/** What a search may be narrowed by, in the order of the page. */
export const facetNames = ['kind', 'site', 'section'] as const
export type FacetName = (typeof facetNames)[number]
export const facetTitles: Record<FacetName, string> = { kind: 'Type de contenu', site: 'Site', section: 'Rubrique' }

const kinds: Record<string, [one: string, several: string]> = {
  page: ['Page', 'Pages'],
  article: ['Actualité', 'Actualités'],
  chantier: ['Chantier', 'Chantiers'],
  commune: ['Commune', 'Communes'],
  section: ['Rubrique', 'Rubriques'],
}
export const kindOf = (hit: Pick<SearchHit, 'kind'>) => kinds[hit.kind]?.[0] ?? hit.kind
export const facetLabel = (name: FacetName, { value, label }: { value: string; label: string }) =>
  name === 'kind' ? (kinds[value]?.[1] ?? label) : label

export type Asked = { q: string; tag: string; filters: Partial<Record<FacetName, string>> }

/** What the address asks for; what is too long is cut. */
export function asked(search: URLSearchParams): Asked {
  const read = (name: string) => (search.get(name) ?? '').trim().slice(0, 200)
  const filters = facetNames.map((name) => [name, read(name)] as const).filter(([, value]) => value !== '')
  return { q: read('q'), tag: read('tag'), filters: Object.fromEntries(filters) }
}

export const nothingAsked = ({ q, tag }: Asked) => q === '' && tag === ''

/** The facets that can still narrow: more than one value, or one that was chosen. */
export function usefulFacets(facets: SearchAnswer['facets'], { filters }: Asked) {
  return facetNames
    .map((name) => ({
      name,
      title: facetTitles[name],
      values: facets[name].filter(({ value }) => value !== ''),
      chosen: filters[name],
    }))
    .filter(({ values, chosen }) => chosen !== undefined || values.length > 1)
}
