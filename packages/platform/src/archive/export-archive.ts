import { randomUUID } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { ArchiveRefused } from './archive-refused.ts'
import { collectionsOf, digestOfCollection, exportCollection, exportInbox } from './documents-archive.ts'
import { digestedBy, exportTopic } from './events-archive.ts'
import type { Installation, OnStep } from './installation.ts'
import { type Manifest, type Part, writeManifest } from './manifest.ts'
import { exportBucket } from './objects-archive.ts'
import { exportUsers } from './users-archive.ts'

const inbox = 'inbox'

/**
 * Writes all that an installation holds into `folder`, which must not exist: it appears when it is whole.
 * Not exported, since they can be made again or end by themselves: the search index, page caches, sessions, uploads in
 * parts that were not completed, the mailbox of embedded engines.
 * @throws ArchiveRefused `moving` when somebody wrote meanwhile, `too-large`
 */
export async function exportArchive(
  source: Installation,
  folder: string,
  { now, onStep }: { now: () => Date; onStep: OnStep },
): Promise<Manifest> {
  const draft = `${folder}.partial`
  await rm(draft, { recursive: true, force: true })
  const at = now()
  const parts: Part[] = []
  const add = (...some: Part[]) => {
    parts.push(...some)
    for (const { store, name, count, file } of some) if (!file.endsWith('.bin')) onStep({ store, name, count })
  }
  const before = new Map<string, string>()
  const addDocuments = ({ part, digest }: { part: Part; digest: string }) => {
    before.set(part.name, digest)
    add(part)
  }

  for (const database of source.databases)
    for (const name of await collectionsOf(database))
      if (name !== inbox) addDocuments(await exportCollection(draft, database, name))
  for (const bucket of source.buckets) add(...(await exportBucket(draft, bucket)))

  const groups = (await source.bus.lag()).filter(({ topic }) => source.topics.includes(topic))
  const topics: Part[] = []
  for (const topic of source.topics) topics.push(await exportTopic(draft, source.bus, topic))
  add(...topics)
  for (const database of source.databases) {
    const done = digestedBy(database.name, draft, topics, groups)
    addDocuments(await exportInbox(draft, database, inbox, done, at))
  }
  if (source.users) add(await exportUsers(draft, source.users))

  for (const database of source.databases) {
    for (const name of await collectionsOf(database)) {
      const label = `${database.name}/${name}`
      if (before.get(label) !== (await digestOfCollection(database, name)).value())
        throw new ArchiveRefused('moving', label)
    }
  }
  const pending = groups.filter(({ behind }) => behind > 0)
  const manifest = await writeManifest(draft, { id: randomUUID(), at: at.toISOString(), parts, pending })
  await rename(draft, folder)
  return manifest
}
