import { contentTopics, hiddenContentEvents, publicContentEvents, publicDocument } from '@pmq/contracts/content'
import type { Bus } from '@pmq/platform/bus'
import { type EventHandler, on } from '@pmq/platform/consumers'
import type { CloudEvent } from '@pmq/platform/events'
import { z } from 'zod'
import { indexedOf, indexIdOf, type PublicIndex } from './public-index.ts'

type Target = Pick<PublicIndex, 'put' | 'remove'>

const publicTypes: ReadonlySet<string> = new Set(publicContentEvents.map(({ type }) => type))
const hiddenTypes: ReadonlySet<string> = new Set(hiddenContentEvents.map(({ type }) => type))

/** One event, one change of the index. The version decides: late or repeated events change nothing. */
async function project(event: CloudEvent, index: Target): Promise<void> {
  if (publicTypes.has(event.type)) await index.put([indexedOf({ ...event, data: publicDocument.parse(event.data) })])
  else if (hiddenTypes.has(event.type)) await index.remove(indexIdOf(event), event.sequence)
}

/** Keeps the index true to what is public. */
export const indexContents = (index: PublicIndex): EventHandler =>
  on([...publicContentEvents, ...hiddenContentEvents], 'public-index', z.unknown(), (event) => project(event, index))

const batch = 200

/** Builds the index anew out of all events that the topics keep, while the old one goes on answering. */
export const rebuildIndex = (index: PublicIndex, bus: Bus): Promise<void> =>
  index.rebuild(async (fresh) => {
    // Only the last event of a document counts; one pass collects them, so that each document is indexed once.
    const last = new Map<string, CloudEvent>()
    await bus.replay({
      topics: contentTopics,
      handle: async (event) => {
        const known = last.get(indexIdOf(event))
        if (!known || known.sequence <= event.sequence) last.set(indexIdOf(event), event)
      },
    })
    const documents = [...last.values()].filter(({ type }) => publicTypes.has(type))
    for (let start = 0; start < documents.length; start += batch) {
      await fresh.put(
        documents
          .slice(start, start + batch)
          .map((event) => indexedOf({ ...event, data: publicDocument.parse(event.data) })),
      )
    }
  })
