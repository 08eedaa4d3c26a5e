import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { type Bus, EventRefused } from '@pmq/platform/bus'
import {
  createDeadLetters,
  createInbox,
  type EventHandler,
  type Inbox,
  on,
  startConsumers,
} from '@pmq/platform/consumers'
import {
  type Aggregate,
  change,
  type Database,
  DuplicateValue,
  ensureIndexes,
  openDatabase,
} from '@pmq/platform/documents'
import { Refusal } from '@pmq/platform/errors'
import { type CloudEvent, event } from '@pmq/platform/events'
import { createIdempotency } from '@pmq/platform/http'
import { createLeases, job, startJobs } from '@pmq/platform/jobs'
import { silentLog } from '@pmq/platform/log'
import { startOutboxRelay } from '@pmq/platform/outbox'
import { z } from 'zod'
import { watchOperations } from '../documents/watch-operations.ts'
import { eventually } from '../eventually/index.ts'

export type MessagingEngines = { documentsUri: string; bus: Bus; stop(): Promise<void> }

type Note = Aggregate & { title: string; label: string | null }

/**
 * What the platform promises on a document server and a bus together: changes and their announcements are one write,
 * announcements reach consumers once in effect, jobs run once among replicas.
 */
export function messagingContract(name: string, start: () => Promise<MessagingEngines>): void {
  describe(`messaging on ${name}`, () => {
    let engines: MessagingEngines
    let database: Database
    let inbox: Inbox
    const clock = () => new Date()
    const log = silentLog()
    const concept = `t${randomUUID().replaceAll(/[^a-f]/g, '')}` // letters: an adapter may refuse other types
    const noted = event(`test.${concept}.noted`, 'A note was taken.', z.object({ title: z.string() }))
    const opened: Database[] = []
    const operations = watchOperations()
    const open = async (what: string) => {
      const options = {
        uri: engines.documentsUri,
        name: `${what}-${randomUUID().slice(0, 8)}`,
        source: '/services/test',
        clock,
        log,
      }
      opened.push(await openDatabase(options))
      return opened.at(-1) as Database
    }
    const notesIn = (db: Database) =>
      db.collection<Note>(
        'notes',
        { title: { type: String, required: true }, label: { type: String, default: null } },
        [{ fields: { title: 1 }, unique: true }],
      )
    let notes: ReturnType<typeof notesIn>
    const aNote = (title: string, id: string = randomUUID()): Note => ({ id, version: 0, title, label: null })
    const take = (note: Note) => change(note, {}, { type: noted, data: ({ title }) => ({ title }) })
    const rename = (note: Note, title: string) => change(note, { title }, { type: noted, data: () => ({ title }) })

    before(async () => {
      engines = await start()
      database = await open('messaging')
      notes = notesIn(database)
      inbox = createInbox(database.connection, clock)
      await ensureIndexes(database)
      await engines.bus.ensureTopics([`test.${concept}`])
    })
    after(async () => {
      operations.stop()
      for (const one of opened) {
        await one.connection.dropDatabase()
        await one.close()
      }
      await engines.stop()
    })

    test('a change on an old version stores nothing and shows what is stored now', async () => {
      const note = await notes.insert(take(aNote('stale')))
      await notes.commit(rename(note, 'stale, first'), 1)
      await assert.rejects(notes.commit(rename(note, 'stale, second'), 1), (error) => {
        assert.ok(error instanceof Refusal && error.kind === 'stale')
        assert.equal((error.extensions.current as Note).title, 'stale, first')
        return true
      })
    })

    test('of fifty editors who save one version at once, exactly one succeeds', async () => {
      const note = await notes.insert(take(aNote('race')))
      const tries = await Promise.allSettled(
        Array.from({ length: 50 }, (_, editor) => notes.commit(rename(note, `race ${editor}`), 1)),
      )
      assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
      assert.equal((await notes.get(note.id))?.version, 2)
    })

    test('storing the same new aggregate again gives back the first; a value taken by another is refused', async () => {
      const note = await notes.insert(take(aNote('twice', 'fixed-id')))
      assert.deepEqual(await notes.insert(take(aNote('twice, again', 'fixed-id'))), note)
      await assert.rejects(notes.insert(take(aNote('twice'))), DuplicateValue)
    })

    test('a field without a value is taken away', async () => {
      const note = await notes.insert(take({ ...aNote('unset'), label: 'red' }))
      const { label: _label, ...rest } = note
      await notes.commit({ state: { ...rest, label: undefined } as unknown as Note }, 1) // what an optional field of a contract gives
      assert.equal((await notes.get(note.id))?.label ?? null, null)
    })

    test('what was stored before a field existed has its default', async () => {
      const db = await open('fields')
      const before = db.collection<Aggregate & { title: string }>('notes', { title: { type: String, required: true } })
      await before.insert({ state: { id: 'old', version: 0, title: 'old' } })
      const later = await openDatabase({
        uri: engines.documentsUri,
        name: db.connection.name,
        source: '/services/test',
        clock,
        log,
      })
      opened.push(later)
      const now = later.collection<Note & { tags: string[] }>('notes', {
        title: { type: String, required: true },
        label: { type: String, default: null },
        tags: { type: [String], default: [] },
      })
      assert.deepEqual(await now.get('old'), { id: 'old', version: 1, title: 'old', label: null, tags: [] })
    })

    test('what is stored is announced in order, and stays in the outbox until it is', async () => {
      const db = await open('outbox')
      const own = notesIn(db)
      await ensureIndexes(db)
      let note = await own.insert(take(aNote('order 1')))
      for (let n = 2; n <= 10; n += 1) note = await own.commit(rename(note, `order ${n}`), n - 1)

      const broken: Bus = { ...engines.bus, publish: () => Promise.reject(new Error('the bus is away')) }
      const failing = startOutboxRelay({ sources: db.outboxes(), bus: broken, clock, log })
      await assert.rejects(failing.drain(), /away/)
      await failing.stop()

      const published: CloudEvent[] = []
      const recording: Bus = { ...engines.bus, publish: async (events) => void published.push(...events) }
      const relay = startOutboxRelay({ sources: db.outboxes(), bus: recording, clock, log })
      await relay.drain()
      await relay.stop()
      assert.deepEqual(
        published.map(({ sequence }) => sequence),
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      )
      assert.ok(
        published.every(
          ({ subject, type, specversion }) => subject === note.id && type === noted.type && specversion === '1.0',
        ),
      )
    })

    test('an event that the bus will never take waits alone, and is told to whoever must act', async () => {
      const db = await open('refused')
      const own = notesIn(db)
      await ensureIndexes(db)
      const notes = ['one', 'monstrous', 'three'].map((title) => aNote(`refused ${title}`))
      for (const note of notes) await own.insert(take(note))
      const published: string[] = []
      const errors: string[] = []
      const publish = async (events: CloudEvent[]) => {
        const monster = events.find(({ data }) => (data as Note).title === 'refused monstrous')
        if (monster) throw new EventRefused(monster, 'it is too large')
        published.push(...events.map(({ subject }) => subject))
      }
      const relay = startOutboxRelay({
        sources: db.outboxes(),
        bus: { ...engines.bus, publish },
        clock,
        log: { ...log, error: (_said: unknown, message?: string) => void errors.push(message ?? '') } as typeof log,
      })
      await relay.drain()
      await relay.stop()
      assert.deepEqual(published.toSorted(), [notes[0]?.id, notes[2]?.id].sort())
      assert.deepEqual(errors, ['outbox: the bus will never take an event; its aggregate waits'])
    })

    test('several relays on one outbox publish each aggregate in order', async () => {
      const db = await open('relays')
      const own = notesIn(db)
      await ensureIndexes(db)
      const published: CloudEvent[] = []
      const recording: Bus = { ...engines.bus, publish: async (events) => void published.push(...events) }
      const relays = [1, 2, 3].map(() => startOutboxRelay({ sources: db.outboxes(), bus: recording, clock, log }))
      for (const relay of relays) db.onOutbox(relay.wake)
      await Promise.all(
        Array.from({ length: 10 }, async (_, n) => {
          let note = await own.insert(take(aNote(`relay ${n}`)))
          for (let version = 1; version < 5; version += 1)
            note = await own.commit(rename(note, `relay ${n} ${version}`), version)
        }),
      )
      await eventually(() => new Set(published.map(({ id }) => id)).size === 50)
      for (const subject of new Set(published.map((one) => one.subject))) {
        const sequences = [
          ...new Set(published.filter((one) => one.subject === subject).map(({ sequence }) => sequence)),
        ]
        assert.deepEqual(sequences, [1, 2, 3, 4, 5])
      }
      await Promise.all(relays.map((relay) => relay.stop()))
    })

    test('a deleted aggregate is announced, then gone', async () => {
      const db = await open('deleted')
      const own = notesIn(db)
      await ensureIndexes(db)
      const note = await own.insert(take(aNote('to delete')))
      await own.remove(rename(note, 'deleted'), 1)
      assert.equal(await own.get(note.id), undefined)
      const published: CloudEvent[] = []
      const relay = startOutboxRelay({
        sources: db.outboxes(),
        bus: { ...engines.bus, publish: async (events) => void published.push(...events) },
        clock,
        log,
      })
      await relay.drain()
      assert.deepEqual(
        published.map(({ sequence }) => sequence),
        [1, 2],
      )
      assert.equal(await db.connection.collection('notes').countDocuments(), 0)
      await relay.stop()
    })

    const consume = async (handlers: EventHandler[]) => {
      const deadLetters = createDeadLetters((await open('inbox')).connection, clock)
      const outcomes: string[] = []
      const consumers = await startConsumers({
        service: `test-${randomUUID().slice(0, 8)}`,
        handlers,
        bus: engines.bus,
        inbox,
        deadLetters,
        log,
        backOffMs: 1,
        onHandled: (_consumer, outcome) => outcomes.push(outcome),
      })
      return { consumers, deadLetters, outcomes }
    }
    const anEvent = (title: unknown, id: string = randomUUID()): CloudEvent => ({
      specversion: '1.0',
      id,
      source: '/services/test',
      type: noted.type,
      subject: 's',
      time: clock().toISOString(),
      sequence: 1,
      datacontenttype: 'application/json',
      data: { title },
    })

    test('an event delivered several times is digested once', async () => {
      const seen: string[] = []
      const mark = randomUUID()
      const { consumers, outcomes } = await consume([
        on(noted, `once-${mark}`, z.object({ title: z.string() }), async ({ data }) => void seen.push(data.title)),
      ])
      const repeated = anEvent(mark)
      await engines.bus.publish([repeated, repeated, repeated, anEvent(`${mark} end`)])
      await eventually(() => seen.includes(`${mark} end`))
      assert.equal(seen.filter((title) => title === mark).length, 1)
      assert.ok(outcomes.includes('repeated'))
      await consumers.stop()
    })

    test('a poison event is parked, the others go on, and it can be replayed', async () => {
      const mark = randomUUID()
      const seen: string[] = []
      let cured = false
      const { consumers, deadLetters } = await consume([
        on(noted, `poison-${mark}`, z.object({ title: z.string() }), async ({ data }) => {
          if (data.title === `${mark} poison` && !cured) throw new Error('cannot digest')
          seen.push(data.title)
        }),
      ])
      await engines.bus.publish([anEvent(`${mark} poison`), anEvent({ not: 'text' }), anEvent(`${mark} good`)])
      await eventually(() => seen.includes(`${mark} good`))
      const parked = (await deadLetters.list({ skip: 0, limit: 10 })).items.filter((letter) =>
        JSON.stringify(letter.event.data).includes('poison'),
      )
      assert.equal(parked.length, 1)
      assert.equal(parked[0]?.attempts, 5)
      const id = parked[0]?.id ?? ''
      assert.equal(await consumers.replay(id), false)
      cured = true
      assert.equal(await consumers.replay(id), true)
      assert.ok(seen.includes(`${mark} poison`))
      assert.equal((await deadLetters.get(id))?.state, 'replayed')
      await consumers.stop()
    })

    test('an event that does not fit its schema is parked at once', async () => {
      const mark = randomUUID()
      const { consumers, deadLetters, outcomes } = await consume([
        on(noted, `schema-${mark}`, z.object({ title: z.literal(mark) }), async () => undefined),
      ])
      await engines.bus.publish([anEvent('something else'), anEvent(mark)])
      await eventually(() => outcomes.includes('done'))
      const { items } = await deadLetters.list({ skip: 0, limit: 100 })
      assert.ok(items.length > 0 && items.every(({ attempts }) => attempts === 1))
      await consumers.stop()
    })

    test('while an engine is away nothing is parked; the event is digested when it is back', async () => {
      const mark = randomUUID()
      let away = 3
      const seen: string[] = []
      const { consumers, deadLetters } = await consume([
        on(noted, `outage-${mark}`, z.object({ title: z.unknown() }), async ({ data }) => {
          if (data.title !== mark) return
          away -= 1
          if (away >= 0) throw Object.assign(new Error('connection lost'), { code: 'ECONNRESET' })
          seen.push(mark)
        }),
      ])
      await engines.bus.publish([anEvent(mark)])
      await eventually(() => seen.length === 1)
      assert.equal((await deadLetters.list({ skip: 0, limit: 10 })).total, 0)
      await consumers.stop()
    })

    test('of several replicas one runs a job at a time', async () => {
      const leases = createLeases((await open('jobs')).connection, clock)
      let atWork = 0
      let most = 0
      let runs = 0
      const work = job('test.one-at-a-time', { everyMs: 5 }, async () => {
        atWork += 1
        most = Math.max(most, atWork)
        await new Promise((resolve) => setImmediate(resolve))
        runs += 1
        atWork -= 1
      })
      const replicas = [1, 2, 3, 4].map(() => startJobs({ jobs: [work], leases, log }))
      await eventually(() => runs >= 5)
      await Promise.all(replicas.map((replica) => replica.stop()))
      assert.equal(most, 1)
    })

    test('what is done under a lease is done by one replica after the other', async () => {
      const leases = createLeases((await open('held')).connection, clock)
      let atWork = 0
      const order = await Promise.all(
        [1, 2, 3].map((replica) =>
          leases.hold('prepare', async () => {
            atWork += 1
            await delay(20)
            assert.equal(atWork, 1)
            atWork -= 1
            return replica
          }),
        ),
      )
      assert.deepEqual(order, [1, 2, 3])
      await assert.rejects(
        leases.hold('prepare', async () => {
          throw new Error('no')
        }),
        /no/,
      )
      assert.ok(await leases.take('prepare', 1_000), 'given back after a failure, too')
    })

    test('a lease of a process that died runs out by itself', async () => {
      let now = new Date()
      const leases = createLeases((await open('leases')).connection, () => now)
      assert.ok(await leases.take('job', 60_000))
      assert.equal(await leases.take('job', 60_000), undefined)
      now = new Date(now.getTime() + 60_001)
      const release = await leases.take('job', 60_000)
      assert.ok(release)
      await release()
      assert.ok(await leases.take('job', 60_000))
    })

    test('a key that is being used waits its turn, one of a process that died is taken over', async () => {
      let now = new Date()
      const keys = createIdempotency((await open('keys')).connection, () => now)
      assert.equal(await keys.begin('k', 'body'), undefined)
      await assert.rejects(
        keys.begin('k', 'body'),
        (error) => error instanceof Refusal && error.code === 'idempotency.in-progress',
      )
      await assert.rejects(
        keys.begin('k', 'other body'),
        (error) => error instanceof Refusal && error.code === 'idempotency.reused',
      )
      now = new Date(now.getTime() + 30_001)
      assert.equal(await keys.begin('k', 'body'), undefined)
      await keys.complete('k', { status: 201, body: { id: 'x' } })
      assert.deepEqual(await keys.begin('k', 'body'), { status: 201, body: { id: 'x' } })
    })

    test('all this asks a document server only for what its contract proves', () => {
      assert.deepEqual(operations.complaints(), [])
    })
  })
}
