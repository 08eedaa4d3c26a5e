import { setTimeout as delay } from 'node:timers/promises'
import type { Client, estypes } from '@elastic/elasticsearch'
import type { Refusal } from '../check-document.ts'
import type { SourceDocument } from './source-document.ts'

/** A document to write under its own version: an older or equal one is left alone by the engine. */
export type Write = { id: string; version: number; source: SourceDocument }

/** Where to write. During a rebuild there is a second copy, and nobody knows but the engine: it is always tried. */
export type Targets = { living?: string; fresh: string }

const BATCH = 200
const BATCH_CHARACTERS = 4_000_000
const ATTEMPTS = 6

type Operation = { alias: string; write: Write }

/**
 * Writes documents to the living copy and, when a rebuild has made one, to the fresh copy.
 * @returns the documents that the engine refused
 * @throws when the engine does not take them for another reason, after a few attempts
 */
export async function bulkWrite(client: Client, targets: Targets, writes: Write[]): Promise<Refusal[]> {
  const refusals: Refusal[] = []
  for (const batch of batches(writes)) {
    // The fresh copy first: when it becomes the living one in between, the second write goes to it and is the equal version.
    const aliases = targets.living === undefined ? [targets.fresh] : [targets.fresh, targets.living]
    let operations = batch.flatMap((write) => aliases.map((alias): Operation => ({ alias, write })))
    for (let attempt = 1; operations.length > 0; attempt++) {
      const { items } = await client.bulk<SourceDocument>({ operations: operations.flatMap(linesOf) })
      const outcomes = items.map((item, index) => outcomeOf(item.index, operations[index], targets))
      refusals.push(...outcomes.flatMap((outcome) => (outcome.refusal ? [outcome.refusal] : [])))
      operations = outcomes.flatMap((outcome) => (outcome.again ? [outcome.again] : []))
      const [first] = outcomes.filter(({ again }) => again)
      if (first && attempt === ATTEMPTS) throw takesNothing(first.reason)
      if (first) await delay(100 * 2 ** attempt)
    }
  }
  return [...new Map(refusals.map((refusal) => [refusal.id, refusal])).values()]
}

/** Overloaded, or its disk is full: the name is the one that consumers wait for. */
const takesNothing = (reason = 'no reason given') =>
  Object.assign(new Error(`The search engine does not take documents: ${reason}`), { name: 'EngineUnavailable' })

const linesOf = ({ alias, write: { id, version, source } }: Operation) => [
  { index: { _index: alias, _id: id, version, version_type: 'external' as const, require_alias: true } },
  source,
]

/** What became of one operation: nothing to say, a refusal, or to be tried again. */
export function outcomeOf(
  item: Partial<Pick<estypes.BulkResponseItem, 'status' | 'error'>> | undefined,
  operation: Operation | undefined,
  { living, fresh }: Targets,
): { refusal?: Refusal; again?: Operation; reason?: string } {
  const { status = 500, error } = item ?? {}
  if (!operation || status < 300) return {}
  if (status === 409) return {} // older or equal: as promised
  const reason = error?.reason ?? `status ${status}`
  const isAbsent = error?.type === 'index_not_found_exception'
  if (isAbsent && operation.alias === fresh && living !== undefined) return {} // no rebuild at work
  if (status === 400) return { refusal: { id: operation.write.id, reason } }
  if (isAbsent) throw new Error(`The search index ${operation.alias} is gone: ${reason}`)
  return { again: operation, reason }
}

function* batches(writes: Write[]): Iterable<Write[]> {
  let batch: Write[] = []
  let characters = 0
  for (const write of writes) {
    batch.push(write)
    characters += JSON.stringify(write.source).length
    if (batch.length < BATCH && characters < BATCH_CHARACTERS) continue
    yield batch
    batch = []
    characters = 0
  }
  if (batch.length > 0) yield batch
}
