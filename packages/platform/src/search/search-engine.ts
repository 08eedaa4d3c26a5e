/**
 * Full-text search in French. Two adapters: Elasticsearch or OpenSearch (`@pmq/platform/search/elasticsearch`)
 * and the embedded one (`@pmq/embedded/search`). The contract suite says what both must find: accents, plurals, elisions and small
 * typing mistakes are forgiven.
 */
export type SearchEngine = {
  /**
   * Opens an index, and creates it if needed. Changing `definition.version` makes a new, empty index: rebuild it then.
   * @throws Error with code `SEARCH_FIELDS_CHANGED` when the fields changed but the version did not
   */
  index<Fields extends IndexFields>(definition: IndexDefinition<Fields>): Promise<SearchIndex<Fields>>
  /** Rejects when the engine does not answer. */
  check(): Promise<void>
  close(): Promise<void>
}

/**
 * - `text`: analysed in French, searched, `boost` times its weight, can be highlighted.
 * - `keyword`: exact values, one or several; filters and facets.
 * - `date`: ISO 8601, a day or a moment with its time zone; ranges and sort. `number`: ranges and sort. `geo`: `{ lat, lon }` in WGS 84 degrees.
 * - `stored`: given back with the hit, never searched.
 */
export type IndexField =
  | { type: 'text'; boost?: number; suggest?: boolean }
  | { type: 'keyword' }
  | { type: 'date' }
  | { type: 'number' }
  | { type: 'geo' }
  | { type: 'stored' }

export type IndexFields = Record<string, IndexField>
export type IndexDefinition<Fields extends IndexFields> = { name: string; version: number; fields: Fields }

type ValueOf<Field extends IndexField> = Field['type'] extends 'keyword'
  ? string | string[]
  : Field['type'] extends 'number'
    ? number
    : Field['type'] extends 'geo'
      ? { lat: number; lon: number }
      : string

export type SearchDocument<Fields extends IndexFields> = {
  id: string
  /** The aggregate's version: an older or equal one never replaces a newer one, nor brings back what was removed at a newer one. */
  version: number
  fields: { [Name in keyof Fields]?: ValueOf<Fields[Name]> | undefined }
}

type FieldsOfType<Fields extends IndexFields, Type extends IndexField['type']> = {
  [Name in keyof Fields]: Fields[Name]['type'] extends Type ? Name : never
}[keyof Fields] &
  string

export type SearchQuery<Fields extends IndexFields> = {
  /** What the user typed; empty means everything. Never parsed as an engine's query language. */
  text?: string
  /** All filters must hold; within one, any of the values. A filter without values is none. */
  filters?: { [Name in FieldsOfType<Fields, 'keyword'>]?: string[] }
  /** Both ends included; a date without a time, as an end, includes its whole day (UTC). */
  ranges?: { [Name in FieldsOfType<Fields, 'date' | 'number'>]?: { from?: string | number; to?: string | number } }
  near?: { field: FieldsOfType<Fields, 'geo'>; lat: number; lon: number; km: number }
  /** Facet counts take all filters into account, except that of the facet's own field. At most 50 values each. */
  facets?: FieldsOfType<Fields, 'keyword'>[]
  /** Default: relevance, or `id` when there is no text. */
  sort?: { field: FieldsOfType<Fields, 'date' | 'number'>; order: 'asc' | 'desc' }
  highlight?: FieldsOfType<Fields, 'text'>[]
  /** From 1. Beyond the 10 000th hit, pages are empty. */
  page?: number
  /** Default 20, at most 100; 0 for the total and the facets only. */
  perPage?: number
}

export type SearchHit<Fields extends IndexFields> = {
  id: string
  score: number
  fields: SearchDocument<Fields>['fields']
  /** Per field that matched, an extract of about 200 characters as parts: `marked` ones matched. Never HTML. */
  highlights: { [Name in keyof Fields]?: HighlightPart[] }
}
export type HighlightPart = { text: string; marked: boolean }
export type Facet = { value: string; count: number }

export type SearchAnswer<Fields extends IndexFields> = {
  items: SearchHit<Fields>[]
  total: number
  facets: { [Name in keyof Fields]?: Facet[] }
  /** The text really searched, when typing mistakes were corrected. */
  corrected?: string
}

export type SearchIndex<Fields extends IndexFields> = {
  /**
   * Stored when it resolves, and searchable then or soon after (within 1 s).
   * @throws Error with code `SEARCH_DOCUMENTS_REFUSED` and `refused` when some documents do not fit the index; the others are stored
   */
  put(documents: SearchDocument<Fields>[]): Promise<void>
  /** Removes one document; remembered with its version, so that a late `put` of an older version does not bring it back. */
  remove(id: string, version: number): Promise<void>
  search(query: SearchQuery<Fields>): Promise<SearchAnswer<Fields>>
  /** Titles that begin like what is being typed: values of `suggest` fields, best first, at most `limit` (default 8). */
  suggest(
    prefix: string,
    options?: { limit?: number; filters?: SearchQuery<Fields>['filters'] },
  ): Promise<{ id: string; text: string; fields: SearchDocument<Fields>['fields'] }[]>
  count(): Promise<number>
  /**
   * Fills a fresh copy beside the living index, then puts it in its place at once: searches never see a half-filled one.
   * `put` and `remove` called meanwhile reach both. What was removed stays remembered. When `fill` rejects, the living
   * index stays as it is. One rebuild at a time.
   */
  rebuild(fill: (fresh: Pick<SearchIndex<Fields>, 'put' | 'remove'>) => Promise<void>): Promise<void>
}
