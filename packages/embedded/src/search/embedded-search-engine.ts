import {
  documentsRefused,
  type IndexDefinition,
  type IndexFields,
  misfitOf,
  plainQuery,
  type Refusal,
  type SearchAnswer,
  type SearchEngine,
  type SearchIndex,
  type SearchQuery,
  suggestionPrefix,
} from '@pmq/platform/search'
import type { EngineWorker } from '../engine-worker/index.ts'
import type { SearchMethods } from './search-worker.ts'

type SearchWorker = Pick<EngineWorker<void, SearchMethods>, 'call'>

const SUGGESTIONS = 8
const MAX_SUGGESTIONS = 50

/** The search engine over its worker: checks here, computes there. */
export function createEmbeddedSearchEngine(worker: SearchWorker): SearchEngine {
  let closed = false
  const open = () => {
    if (closed) throw new Error('The search engine is closed.')
  }
  return {
    async index<Fields extends IndexFields>(definition: IndexDefinition<Fields>) {
      open()
      await worker.call('open', definition)
      return searchIndex(worker, definition, open)
    },
    async check() {
      open()
      await worker.call('check')
    },
    async close() {
      closed = true
    },
  }
}

function searchIndex<Fields extends IndexFields>(
  worker: SearchWorker,
  definition: IndexDefinition<Fields>,
  open: () => void,
): SearchIndex<Fields> {
  const { name } = definition

  const writer = (onlyFresh: boolean): Pick<SearchIndex<Fields>, 'put' | 'remove'> => ({
    async put(documents) {
      open()
      const refused: Refusal[] = []
      const fitting = documents.filter((document) => {
        const reason = misfitOf(definition, document)
        if (reason) refused.push({ id: String(document.id), reason })
        return !reason
      })
      if (fitting.length > 0) await worker.call('put', name, fitting, onlyFresh)
      if (refused.length > 0) throw documentsRefused(refused)
    },
    async remove(id, version) {
      open()
      await worker.call('remove', name, id, version, onlyFresh)
    },
  })

  return {
    ...writer(false),
    async search(query) {
      open()
      const answer = await worker.call('search', name, plainQuery(definition, query))
      return answer as SearchAnswer<Fields> // what `put` checked comes back
    },
    async suggest(typed, { limit = SUGGESTIONS, filters } = {}) {
      open()
      const prefix = suggestionPrefix(typed)
      if (prefix === '') return []
      const query = plainQuery(definition, (filters ? { filters } : {}) as SearchQuery<Fields>)
      const found = await worker.call('suggest', name, prefix, Math.min(limit, MAX_SUGGESTIONS), query)
      return found as Awaited<ReturnType<SearchIndex<Fields>['suggest']>>
    },
    async count() {
      open()
      return worker.call('count', name)
    },
    async rebuild(fill) {
      open()
      await worker.call('beginRebuild', name)
      try {
        await fill(writer(true))
      } catch (error) {
        await worker.call('abandonRebuild', name)
        throw error
      }
      await worker.call('finishRebuild', name)
    },
  }
}
