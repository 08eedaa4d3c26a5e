import { ArchiveRefused } from './archive-refused.ts'
import type { ContentDigest } from './content-digest.ts'
import { collectionsOf, digestOfCollection, importCollection } from './documents-archive.ts'
import { digestOfTopic, importTopic } from './events-archive.ts'
import type { Installation, OnStep } from './installation.ts'
import { type Manifest, type Part, readManifest } from './manifest.ts'
import { digestOfBucket, importBucket, isEmptyBucket } from './objects-archive.ts'
import { checkPart } from './part-file.ts'
import { digestOfUsers, importUsers } from './users-archive.ts'

/** One line of the comparison: what the archive holds, and what the target holds after. */
export type Compared = { store: Part['store']; name: string; archive: number; target: number; same: boolean }

export type Imported = {
  /** `done-before`: this archive was imported here already; nothing was changed. */
  outcome: 'done' | 'done-before'
  manifest: Manifest
  compared: Compared[]
  /** Users, where they cannot be added. */
  left: Part[]
}

/** Where a target remembers what was imported into it. */
const marks = { database: 'midi-quercy-archive', collection: 'imports' }
type Mark = { _id: string; state: 'begun' | 'done'; at: Date }

/** Reads all of an archive. @throws ArchiveRefused when it is not what was written */
export async function checkArchive(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder)
  for (const part of manifest.parts) await checkPart(folder, part)
  return manifest
}

/**
 * Brings an archive into an empty installation, then compares. Broken off, it goes on where it was when called again;
 * called once more after its end, it changes nothing.
 * @throws ArchiveRefused before anything is changed: `incomplete`, `altered`, `version`, `not-empty`, `unknown`
 */
export async function importArchive(
  folder: string,
  target: Installation,
  { now, onStep }: { now: () => Date; onStep: OnStep },
): Promise<Imported> {
  const manifest = await checkArchive(folder)
  const [first] = target.databases
  if (!first) throw new Error('An installation has at least one database.')
  const imports = first.useDb(marks.database).collection<Mark>(marks.collection)
  const mark = await imports.findOne({ _id: manifest.id })
  if (mark?.state === 'done') return { outcome: 'done-before', manifest, compared: [], left: [] }
  const homeless = manifest.parts.find((part) => isIndex(part) && part.store !== 'users' && !placeOf(part, target))
  if (homeless) throw new ArchiveRefused('unknown', `${homeless.store} ${homeless.name}`)
  if (!mark) {
    const found = await whatIsThere(target)
    if (found) throw new ArchiveRefused('not-empty', found)
    await imports.insertOne({ _id: manifest.id, state: 'begun', at: now() })
  }
  await target.prepare()

  const compared: Compared[] = []
  const left: Part[] = []
  for (const part of manifest.parts) {
    if (!isIndex(part)) continue
    const place = placeOf(part, target)
    if (!place) {
      left.push(part)
      continue
    }
    await place.bring(folder)
    onStep({ store: part.store, name: part.name, count: part.count })
  }
  for (const part of manifest.parts) {
    const place = isIndex(part) ? placeOf(part, target) : undefined
    if (!place) continue
    const found = await place.digest(folder)
    const same = found.count === part.count && found.value() === part.digest
    compared.push({ store: part.store, name: part.name, archive: part.count, target: found.count, same })
  }
  if (compared.every(({ same }) => same)) {
    await imports.updateOne({ _id: manifest.id }, { $set: { state: 'done', at: now() } })
  }
  return { outcome: 'done', manifest, compared, left }
}

/** The bytes of objects go with their index. */
const isIndex = ({ file }: Part) => !file.endsWith('.bin')

type Place = { bring(folder: string): Promise<number>; digest(folder: string): Promise<ContentDigest> }

function placeOf(part: Part, target: Installation): Place | undefined {
  if (part.store === 'documents') {
    const [service = '', collection = ''] = part.name.split('/')
    const database = target.databases.find(({ name }) => name === service)
    if (!database) return undefined
    return {
      bring: (folder) => importCollection(folder, part, database, collection),
      digest: () => digestOfCollection(database, collection),
    }
  }
  if (part.store === 'events') {
    return {
      bring: (folder) => importTopic(folder, part, target.bus),
      digest: () => digestOfTopic(target.bus, part.name),
    }
  }
  if (part.store === 'objects') {
    const bucket = target.buckets.find(({ label }) => label === part.name)
    return bucket && { bring: (folder) => importBucket(folder, part, bucket), digest: () => digestOfBucket(bucket) }
  }
  const { users } = target
  if (!users?.add) return undefined
  return {
    bring: (folder) => importUsers(folder, part, users),
    digest: (folder) => digestOfUsers(folder, part, users),
  }
}

/** Names the first thing that a target holds already; users do not count, for a directory may serve others too. */
async function whatIsThere({ databases, bus, topics, buckets }: Installation): Promise<string | undefined> {
  for (const database of databases) {
    for (const name of await collectionsOf(database)) {
      if (await database.collection(name).findOne({})) return `documents ${database.name}/${name}`
    }
  }
  for (const bucket of buckets) if (!(await isEmptyBucket(bucket))) return `objets ${bucket.name}`
  for (const topic of topics) {
    const stop = new AbortController()
    let found = false
    await bus
      .replay({
        topics: [topic],
        signal: stop.signal,
        async handle() {
          found = true
          stop.abort()
        },
      })
      .catch((error) => {
        if (!found) throw error
      })
    if (found) return `événements ${topic}`
  }
  return undefined
}
