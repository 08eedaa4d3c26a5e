import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { Bus } from '@pmq/platform/bus'
import type { CloudEvent } from '@pmq/platform/events'
import { eventually } from '../eventually/index.ts'
import { anEvent, aTopic, eventsOf } from './an-event.ts'

/** A bus under test. `restart` closes it and gives it back, opened again on the same data. */
export type BusFixture = { bus: Bus; restart?(): Promise<Bus>; stop(): Promise<void> }

/** What every bus promises, whatever carries it. Registers its tests with node:test. */
export function busContract(name: string, { start }: { start(): Promise<BusFixture> }): void {
  describe(`the bus on ${name}`, { timeout: 120_000 }, () => {
    let fixture: BusFixture
    let bus: Bus
    before(async () => {
      fixture = await start()
      bus = fixture.bus
    })
    after(() => fixture?.stop())

    /** A group whose handler writes down what it hears. */
    const listen = async (topics: string[], { group = `group-${randomUUID()}` } = {}) => {
      const heard: CloudEvent[] = []
      const subscription = await bus.subscribe({
        group,
        topics,
        async handle(event) {
          heard.push(event)
        },
      })
      return { heard, group, ...subscription }
    }
    const ids = (events: CloudEvent[]) => events.map(({ id }) => id)

    test('an event arrives as it was published', async () => {
      const topic = aTopic()
      const { heard, stop } = await listen([topic])
      const event = { ...anEvent(topic), traceparent: '00-11111111111111111111111111111111-2222222222222222-01' }
      await bus.publish([event])
      await eventually(() => heard.length === 1)
      assert.deepEqual(heard, [event])
      await stop()
    })

    test('events of one subject arrive in the order of publication, however many publish at once', async () => {
      const topic = aTopic()
      const subjects = Array.from({ length: 10 }, () => randomUUID())
      const { heard, stop } = await listen([topic])
      const published: Promise<void>[] = []
      for (let sequence = 1; sequence <= 20; sequence++) {
        for (const subject of subjects) published.push(bus.publish([anEvent(topic, { subject, sequence })]))
      }
      await Promise.all(published)
      await eventually(() => heard.length >= 200)
      for (const subject of subjects) {
        const sequences = heard.filter((event) => event.subject === subject).map(({ sequence }) => sequence)
        assert.deepEqual(
          sequences,
          Array.from({ length: 20 }, (_, index) => index + 1),
        )
      }
      await stop()
    })

    test('a group that comes late hears everything from the first event, of all its topics', async () => {
      const topics = [aTopic(), aTopic()]
      const events = topics.flatMap((topic) => [anEvent(topic), anEvent(topic), anEvent(topic)])
      await bus.publish(events)
      const { heard, stop } = await listen(topics)
      await eventually(() => heard.length >= 6)
      assert.deepEqual(ids(heard).sort(), ids(events).sort())
      await stop()
    })

    test('two groups both hear everything', async () => {
      const topic = aTopic()
      const [one, other] = [await listen([topic]), await listen([topic])]
      const events = [anEvent(topic), anEvent(topic)]
      await bus.publish(events)
      await eventually(() => one.heard.length === 2 && other.heard.length === 2)
      await one.stop()
      await other.stop()
    })

    test('two members share the events of their group, and none is lost when one leaves', async () => {
      const topic = aTopic()
      const one = await listen([topic])
      const other = await listen([topic], { group: one.group })
      const first = Array.from({ length: 40 }, () => anEvent(topic))
      await bus.publish(first)
      await eventually(() => one.heard.length + other.heard.length >= 40, { within: 30_000 })
      assert.ok(other.heard.length > 0, 'the second member hears some')
      await one.stop()
      const heardByOne = one.heard.length
      const more = Array.from({ length: 20 }, () => anEvent(topic))
      await bus.publish(more)
      await eventually(() => new Set(ids([...one.heard, ...other.heard])).size === 60, { within: 30_000 })
      assert.equal(one.heard.length, heardByOne, 'who has left hears nothing more')
      await other.stop()
    })

    test('an event that was refused comes again before the later ones of its subject', async () => {
      const topic = aTopic()
      const heard: number[] = []
      let refusals = 2
      const { stop } = await bus.subscribe({
        group: randomUUID(),
        topics: [topic],
        async handle({ sequence }) {
          heard.push(sequence)
          if (sequence === 2 && refusals-- > 0) throw new Error('not now')
        },
      })
      await bus.publish(eventsOf(topic, randomUUID(), 3))
      await eventually(() => heard.includes(3))
      assert.deepEqual(heard, [1, 2, 2, 2, 3])
      await stop()
    })

    test('a refused event does not keep the other subjects waiting', async () => {
      const topic = aTopic()
      const [poisoned, ...others] = Array.from({ length: 30 }, () => anEvent(topic))
      const heard = new Set<string>()
      const { stop } = await bus.subscribe({
        group: randomUUID(),
        topics: [topic],
        async handle({ id }) {
          if (id === poisoned?.id) throw new Error('never')
          heard.add(id)
        },
      })
      await bus.publish([poisoned as CloudEvent, ...others])
      // Of eight partitions one waits; those of its subjects come when the caller gives up.
      await eventually(() => heard.size >= 15)
      await stop()
    })

    test('a handler works on one event of a subject at a time', async () => {
      const topic = aTopic()
      let atWork = 0
      let most = 0
      let done = 0
      const { stop } = await bus.subscribe({
        group: randomUUID(),
        topics: [topic],
        async handle() {
          most = Math.max(most, ++atWork)
          await new Promise((resolve) => setImmediate(resolve))
          atWork--
          done++
        },
      })
      await bus.publish(eventsOf(topic, randomUUID(), 20))
      await eventually(() => done === 20)
      assert.equal(most, 1)
      await stop()
    })

    test('what a group has done is not delivered again when it comes back', async () => {
      const topic = aTopic()
      const first = await listen([topic])
      await bus.publish([anEvent(topic), anEvent(topic)])
      await eventually(() => first.heard.length === 2)
      await first.stop()
      const last = anEvent(topic)
      await bus.publish([last])
      const again = await listen([topic], { group: first.group })
      await eventually(() => again.heard.length > 0)
      assert.deepEqual(ids(again.heard), [last.id])
      await again.stop()
    })

    test('stopping waits for the event in hand, and keeps it done', async () => {
      const topic = aTopic()
      const group = randomUUID()
      const { promise: finished, resolve: finish } = Promise.withResolvers<void>()
      let began = false
      const { stop } = await bus.subscribe({
        group,
        topics: [topic],
        async handle() {
          began = true
          await finished
        },
      })
      await bus.publish([anEvent(topic)])
      await eventually(() => began)
      let stopped = false
      const stopping = stop().then(() => {
        stopped = true
      })
      await bus.check() // a round trip later …
      assert.equal(stopped, false)
      finish()
      await stopping
      const again = await listen([topic], { group })
      const next = anEvent(topic)
      await bus.publish([next])
      await eventually(() => again.heard.length > 0)
      assert.deepEqual(ids(again.heard), [next.id])
      await again.stop()
    })

    test('a tail hears what is published from now on, whatever the groups hear', async () => {
      const topic = aTopic()
      await bus.publish([anEvent(topic)])
      const heard: CloudEvent[] = []
      const tail = await bus.tail({ topics: [topic], handle: (event) => void heard.push(event) })
      const group = await listen([topic])
      const events = [anEvent(topic), anEvent(topic)]
      await bus.publish(events)
      await eventually(() => heard.length === 2 && group.heard.length === 3)
      assert.deepEqual(ids(heard).sort(), ids(events).sort())
      await tail.stop()
      await bus.publish([anEvent(topic)])
      await eventually(() => group.heard.length === 4)
      assert.equal(heard.length, 2)
      await group.stop()
    })

    test('a replay reads from the first event to the last of its start, then ends', async () => {
      const topic = aTopic()
      const subject = randomUUID()
      const events = eventsOf(topic, subject, 30)
      await bus.publish(events)
      const heard: CloudEvent[] = []
      let more = 5
      await bus.replay({
        topics: [topic, aTopic()],
        async handle(event) {
          heard.push(event)
          if (more-- > 0) await bus.publish([anEvent(topic, { subject })])
        },
      })
      assert.deepEqual(ids(heard), ids(events))
    })

    test('a replay ends with the error of its handler, or when it is aborted', async () => {
      const topic = aTopic()
      await bus.publish(eventsOf(topic, randomUUID(), 5))
      const refuse = async () => {
        throw new Error('refused')
      }
      await assert.rejects(bus.replay({ topics: [topic], handle: refuse }), /^Error: refused$/)
      const abort = new AbortController()
      let heard = 0
      const replay = bus.replay({
        topics: [topic],
        signal: abort.signal,
        async handle() {
          if (++heard === 2) abort.abort()
        },
      })
      await assert.rejects(replay, { name: 'AbortError' })
      assert.equal(heard, 2)
    })

    test('the lag of a group says how many events it has still to do', async () => {
      const topic = aTopic()
      const { promise: gate, resolve: open } = Promise.withResolvers<void>()
      const group = randomUUID()
      let done = 0
      const { stop } = await bus.subscribe({
        group,
        topics: [topic],
        async handle() {
          await gate
          done++
        },
      })
      await bus.publish(eventsOf(topic, randomUUID(), 4))
      const behind = async () => (await bus.lag()).find((lag) => lag.group === group && lag.topic === topic)?.behind
      await eventually(async () => assert.equal(await behind(), 4))
      open()
      await eventually(() => done === 4)
      await eventually(async () => assert.equal(await behind(), 0))
      await stop()
    })

    test('topics can be made sure of twice, and heard before anything was published', async () => {
      const topic = aTopic()
      await bus.ensureTopics([topic])
      await bus.ensureTopics([topic, topic])
      const { heard, stop } = await listen([topic, aTopic()])
      await bus.publish([anEvent(topic)])
      await eventually(() => heard.length === 1)
      await stop()
    })

    test('events as large as a request to our services arrive, and many of them at once', async () => {
      const topic = aTopic()
      const { heard, stop } = await listen([topic])
      const subject = randomUUID()
      const large = anEvent(topic, { subject, data: { text: 'é'.repeat(1_000_000) } })
      const many = eventsOf(topic, subject, 60).map((event) => ({ ...event, data: { text: 'x'.repeat(50_000) } }))
      await bus.publish([large, ...many])
      await eventually(() => heard.length === 61)
      assert.deepEqual(ids(heard), ids([large, ...many]))
      await stop()
    })

    test('nothing to publish is nothing', async () => {
      await bus.publish([])
    })

    test('events and positions survive a restart', async (t) => {
      if (!fixture.restart) return t.skip('this engine is not restarted here')
      const topic = aTopic()
      const before = await listen([topic])
      const kept = [anEvent(topic), anEvent(topic)]
      await bus.publish(kept)
      await eventually(() => before.heard.length === 2)
      bus = await fixture.restart()
      const same = await listen([topic], { group: before.group })
      const late = await listen([topic])
      const last = anEvent(topic)
      await bus.publish([last])
      await eventually(() => late.heard.length === 3 && same.heard.length >= 1)
      assert.deepEqual(ids(same.heard), [last.id])
      await same.stop()
      await late.stop()
    })

    test('closing waits for the event in hand, and refuses what comes after', async () => {
      const topic = aTopic()
      let began = false
      let ended = false
      const { promise: finished, resolve: finish } = Promise.withResolvers<void>()
      await bus.subscribe({
        group: randomUUID(),
        topics: [topic],
        async handle() {
          began = true
          await finished
          ended = true
        },
      })
      await bus.publish([anEvent(topic)])
      await eventually(() => began)
      const closing = bus.close()
      finish()
      await closing
      assert.ok(ended)
      await assert.rejects(bus.publish([anEvent(topic)]))
    })
  })
}
