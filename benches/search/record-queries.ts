import type { IndexDefinition, IndexFields, SearchEngine, SearchIndex, SearchQuery } from '@pmq/platform/search'

type Query = SearchQuery<IndexFields>
export type RecordedQueries = {
  /** The engine for the service. */
  engine: SearchEngine
  /** Of the index that the service opened. */
  definition(): IndexDefinition<IndexFields>
  /** Distinct, as they were asked. */
  queries(): Query[]
  /** Asks them again, straight. */
  replays(): (() => Promise<unknown>)[]
  /** Deletes the index on a real engine. */
  drop(url: string): Promise<void>
}

/**
 * An engine that remembers what its one index is asked.
 * @param suffix of the index's name, for engines where others have theirs
 */
export function recordQueries(engine: SearchEngine, suffix: string): RecordedQueries {
  const asked = new Map<string, Query>()
  let opened: { definition: IndexDefinition<IndexFields>; index: SearchIndex<IndexFields> } | undefined
  const open = () => {
    if (!opened) throw new Error('The service has opened no index.')
    return opened
  }
  return {
    engine: {
      ...engine,
      async index(given) {
        const definition = { ...given, name: `${given.name}${suffix}` }
        const index = await engine.index(definition)
        opened = { definition, index: index as never }
        return {
          ...index,
          search(query) {
            if (query.facets) asked.set(JSON.stringify(query), query as Query)
            return index.search(query)
          },
        }
      },
    },
    definition: () => open().definition,
    queries: () => [...asked.values()],
    replays: () => [...asked.values()].map((query) => () => open().index.search(query)),
    async drop(url) {
      if (!url) return
      const found = (await (await fetch(`${url}/_cat/indices?format=json`)).json()) as { index: string }[]
      for (const { index } of found.filter(({ index }) => index.includes(open().definition.name)))
        await fetch(`${url}/${index}`, { method: 'DELETE' })
    },
  }
}
