import type { Bus, GroupLag } from '../bus/index.ts'
import type { CloudEvent } from '../events/index.ts'
import { type ContentDigest, createContentDigest } from './content-digest.ts'
import type { Part } from './manifest.ts'
import { createPart, linesOf } from './part-file.ts'

const batchSize = 500

/** Hears each event of a topic once, in order per subject, with what its digest is made of. */
async function eachEvent(
  bus: Bus,
  topic: string,
  hear: (event: CloudEvent, identity: string) => Promise<void> | void,
): Promise<void> {
  const known = new Set<string>()
  const heard = new Map<string, number>()
  await bus.replay({
    topics: [topic],
    async handle(event) {
      // A relay that crashed has published some twice: consumers know them by their ids, and so do we.
      if (known.has(event.id)) return
      known.add(event.id)
      const place = (heard.get(event.subject) ?? 0) + 1
      heard.set(event.subject, place)
      await hear(event, identityOf(event, place))
    },
  })
}

/** The place among the events of its subject is part of it: the digest tells an order that changed. */
const identityOf = (event: CloudEvent, place: number) => `${event.subject}\n${place}\n${lineOf(event)}`

/** The same fields in the same order, whatever an engine made of them. */
const lineOf = ({ data, ...envelope }: CloudEvent): string =>
  JSON.stringify({ ...Object.fromEntries(Object.entries(envelope).sort(([a], [b]) => (a < b ? -1 : 1))), data })

/** Writes all that a topic keeps. */
export async function exportTopic(folder: string, bus: Bus, topic: string): Promise<Part> {
  const part = await createPart(folder, { store: 'events', name: topic, file: `events/${topic}.jsonl` })
  await eachEvent(bus, topic, (event, identity) => part.line(lineOf(event), identity))
  return part.end()
}

/** What a topic keeps now. */
export async function digestOfTopic(bus: Bus, topic: string): Promise<ContentDigest> {
  const digest = createContentDigest()
  await eachEvent(bus, topic, (_event, identity) => digest.add(identity))
  return digest
}

/** Publishes the events of a part that the topic does not keep yet, in their order. @returns how many */
export async function importTopic(folder: string, part: Part, bus: Bus): Promise<number> {
  await bus.ensureTopics([part.name])
  const known = new Set<string>()
  await eachEvent(bus, part.name, ({ id }) => void known.add(id))
  let added = 0
  let batch: CloudEvent[] = []
  const publish = async () => {
    await bus.publish(batch)
    added += batch.length
    batch = []
  }
  for await (const line of linesOf(folder, part)) {
    const event = JSON.parse(line) as CloudEvent
    if (known.has(event.id)) continue
    batch.push(event)
    if (batch.length === batchSize) await publish()
  }
  await publish()
  return added
}

/** How long a target remembers what the source had digested: an archive may wait before it is imported. */
const rememberedMs = 366 * 86_400_000

/** A line of an inbox. */
export const digestedLine = (id: string, at: Date): string =>
  JSON.stringify({ _id: id, at: { $date: { $numberLong: String(at.getTime() + rememberedMs) } } })

/**
 * What a service's inbox has to hold for the target's consumers to know what they have done: on the target they find
 * every event again, from the first one, and an inbox forgets after a month. So each event of a topic that a group had
 * digested whole becomes an entry. Where a group is behind, its own entries decide, and it digests the rest there.
 */
export async function* digestedBy(
  service: string,
  folder: string,
  topics: readonly Part[],
  groups: readonly GroupLag[],
): AsyncGenerator<string> {
  for (const { group, topic, behind } of groups) {
    const part = topics.find(({ name }) => name === topic)
    if (behind > 0 || !part || !group.startsWith(`${service}.`)) continue
    const consumer = group.slice(service.length + 1)
    for await (const line of linesOf(folder, part)) yield `${consumer}~${(JSON.parse(line) as CloudEvent).id}`
  }
}
