import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, test } from 'node:test'
import { hiddenContentEvents, publicContentEvents } from '@pmq/contracts/content'
import { exportArchive, type Installation, importArchive } from '@pmq/platform/archive'
import { createDeadLetters, createInbox, startConsumers } from '@pmq/platform/consumers'
import { silentLog } from '@pmq/platform/log'
import { eventually } from '@pmq/testing/eventually'
import { openInstallation } from './open-installation.ts'
import { fill, objects, runServicesOn, waitingEvent } from './testing/fill-installation.ts'

let folder: string
let source: string
let archive: string
const quiet = { now: () => new Date(), onStep: () => undefined }

const within = async <Result>(dataDir: string, work: (installation: Installation) => Promise<Result>) => {
  const installation = await openInstallation({ kind: 'embedded', dataDir, port: 0 })
  try {
    return await work(installation)
  } finally {
    await installation.close()
  }
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moving-'))
  source = join(folder, 'source')
  archive = join(folder, 'archive')
  await runServicesOn(source)
  await within(source, async (installation) => {
    await fill(installation)
    await exportArchive(installation, archive, quiet)
  })
})
after(() => rm(folder, { recursive: true, force: true }))

test('every database and every topic that a copy keeps is exported', () => {
  const names = (file: string, query: string) => {
    const database = new DatabaseSync(join(source, file), { readOnly: true })
    const found = database
      .prepare(query)
      .all()
      .map(({ name }) => String(name))
    database.close()
    return found
  }
  const manifest = JSON.parse(readFileSync(join(archive, 'manifest.json'), 'utf8'))
  const parts = (store: string): string[] =>
    manifest.parts.filter((part: { store: string }) => part.store === store).map(({ name }: { name: string }) => name)
  const collections = names('documents/documents.db', 'SELECT namespace AS name FROM collection')
  assert.deepEqual(new Set(parts('documents')), new Set(collections.map((name) => name.replace('.', '/'))))
  assert.deepEqual(new Set(parts('events')), new Set(names('events/events.db', 'SELECT name FROM topics')))
})

test('what arrives is what left: documents, events, files', async () => {
  const target = join(folder, 'target')
  const { outcome, compared } = await within(target, (installation) => importArchive(archive, installation, quiet))
  assert.equal(outcome, 'done')
  assert.deepEqual(
    compared.filter(({ same }) => !same),
    [],
  )
  await within(target, async ({ buckets: [bucket], databases }) => {
    for (const [key, { bytes, headers }] of Object.entries(objects)) {
      const answer = await bucket?.client.getObject(bucket.name, key)
      assert.ok(answer)
      assert.deepEqual(Buffer.concat(await Array.fromAsync(answer)), bytes)
      const kept = (answer as typeof answer & { headers: Record<string, string> }).headers
      for (const [name, value] of Object.entries(headers)) assert.equal(kept[name], value)
    }
    const waiting = await databases[0]?.collection('communes').countDocuments({ outboxPending: true })
    assert.equal(waiting, 1, 'what waited in an outbox waits here')
  })
})

test('the same archive imported once more changes nothing, whatever has happened since', async () => {
  const target = join(folder, 'twice')
  await within(target, (installation) => importArchive(archive, installation, quiet))
  await within(target, async (installation) => {
    const sections = installation.databases[0]?.collection('sections')
    await sections?.deleteMany({})
    assert.equal((await importArchive(archive, installation, quiet)).outcome, 'done-before')
    assert.equal(await sections?.countDocuments({}), 0)
  })
})

test('an import that was broken off goes on where it was', async () => {
  const target = join(folder, 'broken-off')
  // A step of each store is the last one, in turn; then the import is let go to its end.
  for (const last of ['content/communes', 'fichiers', 'content.section']) {
    const stopAt = ({ name }: { name: string }) => {
      if (name === last) throw new Error('killed')
    }
    const broken = within(target, (installation) => importArchive(archive, installation, { ...quiet, onStep: stopAt }))
    await assert.rejects(broken, /killed/)
  }
  const { outcome, compared } = await within(target, (installation) => importArchive(archive, installation, quiet))
  assert.equal(outcome, 'done')
  assert.deepEqual(
    compared.filter(({ same }) => !same),
    [],
  )
})

test('a publication that the engine took in part is completed, each event once and in its order', async () => {
  const target = join(folder, 'in-part')
  await within(target, async (installation) => {
    const { bus } = installation
    const torn = {
      ...bus,
      async publish(events: Parameters<typeof bus.publish>[0]) {
        await bus.publish(events.slice(0, events.length / 2))
        throw new Error('the broker is gone')
      },
    }
    await assert.rejects(importArchive(archive, { ...installation, bus: torn }, quiet), /broker is gone/)
    const { compared } = await importArchive(archive, installation, quiet)
    assert.deepEqual(
      compared.filter(({ same }) => !same),
      [],
    )
  })
})

test('an installation that holds something else is left alone', async () => {
  const elsewhere = join(folder, 'elsewhere')
  await within(elsewhere, async (installation) => {
    await installation.databases[0]?.collection<{ _id: string }>('articles').insertOne({ _id: 'mine' })
    await assert.rejects(importArchive(archive, installation, quiet), { code: 'not-empty' })
    assert.equal(await installation.databases[0]?.collection('articles').countDocuments({}), 1)
    assert.equal(await installation.databases[0]?.collection('sections').countDocuments({}), 0)
  })
  const withFile = join(folder, 'with-file')
  await within(withFile, async (installation) => {
    const [bucket] = installation.buckets
    const request = { method: 'PUT', bucketName: bucket?.name ?? '', objectName: 'mine' }
    await bucket?.client.makeRequestAsyncOmit(request, 'mine', [200], bucket.region)
    await assert.rejects(importArchive(archive, installation, quiet), { code: 'not-empty' })
  })
})

test('a damaged archive changes nothing', async () => {
  const damaged = join(folder, 'damaged')
  await cp(archive, damaged, { recursive: true })
  const path = join(damaged, 'objects', 'fichiers.bin')
  const bytes = await readFile(path)
  bytes[1_000_000] = 0
  await writeFile(path, bytes)
  await within(join(folder, 'untouched'), async (installation) => {
    await assert.rejects(importArchive(damaged, installation, quiet), { code: 'altered' })
    assert.deepEqual(await installation.databases[0]?.listCollections(), [])
  })
})

test('data that change while they are exported are refused, and leave no archive', async () => {
  await within(source, async (installation) => {
    const draft = join(folder, 'moving')
    const write = async () => {
      await installation.databases[0]?.collection<{ _id: string }>('seeds').insertOne({ _id: 'meanwhile' })
    }
    const { bus } = installation
    const busy = { ...installation, bus: { ...bus, lag: () => write().then(bus.lag) } }
    await assert.rejects(exportArchive(busy, draft, quiet), { code: 'moving' })
    await assert.rejects(readFile(join(draft, 'manifest.json')), { code: 'ENOENT' })
    await installation.databases[0]?.collection<{ _id: string }>('seeds').deleteOne({ _id: 'meanwhile' })
  })
})

test('consumers know on the target what they had done, however old, and do what they had not', async () => {
  const target = join(folder, 'consumers')
  await within(target, (installation) => importArchive(archive, installation, quiet))
  await within(target, async ({ bus, databases, topics }) => {
    const connection = databases.find(({ name }) => name === 'search')
    assert.ok(connection)
    const clock = () => new Date(Date.now() + 60 * 86_400_000) // an inbox forgets after thirty days
    const inbox = createInbox(connection, clock)
    await inbox.forgetBefore(new Date(clock().getTime() - 30 * 86_400_000))
    const outcomes: string[] = []
    const handled: string[] = []
    const handler = {
      name: 'public-index',
      types: [...publicContentEvents, ...hiddenContentEvents].map(({ type }) => type as string),
      async handle({ id }: { id: string }) {
        handled.push(id)
      },
    }
    const consumers = await startConsumers({
      service: 'search',
      handlers: [handler],
      bus,
      inbox,
      deadLetters: createDeadLetters(connection, clock),
      log: silentLog(),
      onHandled: (_consumer, outcome) => outcomes.push(outcome),
    })
    await bus.publish([waitingEvent('essai', 2)])
    await eventually(() => handled.length > 0)
    let kept = 0
    await bus.replay({
      topics,
      async handle() {
        kept += 1
      },
    })
    await eventually(() => outcomes.length === kept)
    assert.deepEqual(handled, ['waiting-in-its-outbox'])
    assert.equal(outcomes.filter((outcome) => outcome === 'repeated').length, kept - 1)
    await consumers.stop()
  })
})
