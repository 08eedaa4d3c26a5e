import { type Client, errors, type estypes } from '@elastic/elasticsearch'
import type { Log } from '../../log/index.ts'
import { documentsRefused, misfitOf, type PlainDocument, type Refusal } from '../check-document.ts'
import { type PlainQuery, plainQuery } from '../plain-query.ts'
import type { IndexDefinition, IndexFields, SearchAnswer, SearchIndex, SearchQuery } from '../search-engine.ts'
import { suggestedTitle, suggestionPrefix } from '../suggestions.ts'
import { bulkWrite, type Targets } from './bulk-write.ts'
import { createIndexCopies } from './index-copies.ts'
import { answerOf, correctedText, foundBy, type Response } from './search-answer.ts'
import { present, searchRequest, suggestRequest, type TextSearch } from './search-request.ts'
import { removedSource, type SourceDocument, sourceOf } from './source-document.ts'

const SUGGESTIONS = 8
const MAX_SUGGESTIONS = 50
/** Somebody waits for the answer: a search that takes longer is of no use to them. */
const READING = { requestTimeout: 3000, maxRetries: 1 } as const
const REMEMBER_REMOVED = 'now-30d'

/** Opens one index on the engine. */
export async function openElasticsearchIndex<Fields extends IndexFields>(
  client: Client,
  prefix: string,
  definition: IndexDefinition<Fields>,
  log: Pick<Log, 'warn'>,
): Promise<SearchIndex<Fields>> {
  const plain: IndexDefinition<IndexFields> = definition
  const copies = createIndexCopies(client, prefix, plain)
  const { living, fresh } = copies.names
  let rebuilding = false

  /** A search may meet the very moment when its copy is dropped: the next one meets the copy that took its place. */
  const ask = async (request: estypes.SearchRequest): Promise<Response> => {
    const send = () => client.search<SourceDocument>({ index: living, ...request }, READING)
    return send().catch((error) => {
      const dropped = error instanceof errors.ResponseError && (error.statusCode === 404 || error.statusCode === 503)
      if (!dropped) throw error
      return send()
    })
  }

  const writer = (targets: Targets): Pick<SearchIndex<Fields>, 'put' | 'remove'> => ({
    async put(documents) {
      const refused: Refusal[] = []
      const fitting = (documents as PlainDocument[]).filter((document) => {
        const reason = misfitOf(plain, document)
        if (reason) refused.push({ id: String(document.id), reason })
        return !reason
      })
      const writes = fitting.map((document) => ({
        id: document.id,
        version: document.version,
        source: sourceOf(plain.fields, document),
      }))
      refused.push(...(await bulkWrite(client, targets, writes)))
      if (refused.length > 0) throw documentsRefused(refused)
    },
    async remove(id, version) {
      const refused = await bulkWrite(client, targets, [{ id, version, source: removedSource(id, new Date()) }])
      if (refused.length > 0) throw documentsRefused(refused)
    },
  })

  /** All words as typed; else all words corrected, when some are unknown; else any word. */
  const searchText = async (query: PlainQuery, text: string): Promise<{ response: Response; corrected?: string }> => {
    const attempt = (search: TextSearch) => ask(searchRequest(plain, query, search))
    const typed = await attempt({ text, words: 'all' })
    if (foundBy(typed) > 0) return { response: typed }
    const corrected = correctedText(text, typed)
    const told = corrected === undefined ? {} : { corrected }
    if (corrected !== undefined) {
      const response = await attempt({ text: corrected, words: 'all' })
      if (foundBy(response) > 0) return { response, ...told }
    }
    return { response: await attempt({ text: corrected ?? text, words: 'any' }), ...told }
  }

  await copies.ensureLiving()
  await client
    .deleteByQuery({
      index: living,
      query: { bool: { filter: [{ term: { removed: true } }, { range: { removed_at: { lt: REMEMBER_REMOVED } } }] } },
      conflicts: 'proceed',
    })
    .catch((error) => log.warn({ err: error, index: definition.name }, 'Documents removed long ago stay behind'))

  return {
    ...writer({ living, fresh }),

    async search(query) {
      const asked = plainQuery(definition, query)
      const { response, ...told } =
        asked.text === undefined
          ? { response: await ask(searchRequest(plain, asked, undefined)) }
          : await searchText(asked, asked.text)
      return { ...answerOf(response, asked.facets), ...told } as SearchAnswer<Fields> // what `put` checked comes back
    },

    async suggest(typed, { limit = SUGGESTIONS, filters } = {}) {
      const prefix = suggestionPrefix(typed)
      if (prefix === '') return []
      const query = plainQuery(definition, (filters ? { filters } : {}) as SearchQuery<Fields>)
      const response = await ask(suggestRequest(prefix, Math.min(limit, MAX_SUGGESTIONS), query))
      const found = response.hits.hits.map(({ _id, _source }) => {
        const fields = _source?.fields ?? {}
        return { id: _id ?? '', text: suggestedTitle(plain.fields, fields, prefix), fields }
      })
      return found as Awaited<ReturnType<SearchIndex<Fields>['suggest']>>
    },

    async count() {
      return (await client.count({ index: living, query: present })).count
    },

    async rebuild(fill) {
      if (rebuilding) throw new Error(`The search index "${definition.name}" is already being rebuilt.`)
      rebuilding = true
      try {
        const copy = await copies.makeFresh()
        const dropped = await fill(writer({ fresh }))
          .then(() => copies.swap(copy))
          .catch(async (error) => {
            await copies.giveUp(copy)
            throw error
          })
        // The rebuild is done; what is left over is only in the way.
        await copies
          .outdated()
          .then((outdated) => copies.drop([...dropped, ...outdated]))
          .catch((error) =>
            log.warn({ err: error, index: definition.name }, 'Old copies of a search index stay behind'),
          )
      } finally {
        rebuilding = false
      }
    },
  }
}
