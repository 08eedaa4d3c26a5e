import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Bus } from '@pmq/platform/bus'
import {
  createDeadLetters,
  createInbox,
  type DeadLetters,
  type EventHandler,
  on,
  startConsumers,
} from '@pmq/platform/consumers'
import { openDatabase } from '@pmq/platform/documents'
import { type CloudEvent, event } from '@pmq/platform/events'
import { silentLog } from '@pmq/platform/log'
import { z } from 'zod'
import { eventually } from '../../eventually/index.ts'

export type PoisonEngines = { documentsUri: string; bus: Bus }

/** How the handler's failure is treated: as the platform does it, or wrongly. */
export type Manner = 'right' | 'stops' | 'swallows'

const keys = 50
const clock = () => new Date()
const data = z.object({ n: z.int() })

/**
 * One event in `count` cannot be digested. It is parked, where operators see it; all others have their effect once, in the
 * order of their key, those of its own key too: they do not wait for it. It is replayed when its consumer is mended.
 * @throws AssertionError that says what was broken
 */
export async function poisonAmong(
  count: number,
  { documentsUri, bus }: PoisonEngines,
  { manner = 'right', within = 120_000 }: { manner?: Manner; within?: number } = {},
): Promise<{ ms: number }> {
  const name = `poison-${randomUUID().slice(0, 8)}`
  const noted = event(`faults.${name}.noted`, 'Something was noted.', data)
  const log = silentLog()
  const database = await openDatabase({ uri: documentsUri, name, source: '/services/faults', clock, log })
  const deadLetters = createDeadLetters(database.connection, clock)
  const poison = Math.floor(count / 3)
  const effects = new Map<string, number[]>() // by key, in the order of their effects
  let mended = false
  const digest = on(noted, `${name}-digest`, data, async ({ subject, data: { n } }) => {
    if (n === poison && !mended) throw new Error('cannot digest')
    effects.set(subject, [...(effects.get(subject) ?? []), n])
  })
  const begun = performance.now()
  const consumers = await startConsumers({
    service: 'faults',
    handlers: [spoilt(digest, manner)],
    bus,
    inbox: createInbox(database.connection, clock),
    deadLetters,
    log,
  })
  const done = () => [...effects.values()].reduce((sum, { length }) => sum + length, 0)
  try {
    const events = Array.from({ length: count }, (_, n) => anEvent(noted.type, n))
    for (let from = 0; from < count; from += 500) await bus.publish(events.slice(from, from + 500))
    await eventually(() => assert.equal(done(), count - 1, `${done()} effects of ${count - 1}`), { within, every: 20 })
    const ms = performance.now() - begun
    assertOrder(effects, count, poison)
    const id = await theLetter(deadLetters, events[poison])
    assert.equal(await consumers.replay(id), false, 'its consumer is not mended yet')
    mended = true
    assert.equal(await consumers.replay(id), true)
    assert.equal(await consumers.replay(id), true, 'asked twice, it is done once')
    assert.equal(done(), count)
    assert.equal((await deadLetters.get(id))?.state, 'replayed')
    return { ms }
  } finally {
    await consumers.stop()
    await database.connection.dropDatabase()
    await database.close()
  }
}

const anEvent = (type: string, n: number): CloudEvent => ({
  specversion: '1.0',
  id: randomUUID(),
  source: '/services/faults',
  type,
  subject: `key-${n % keys}`,
  time: clock().toISOString(),
  sequence: Math.floor(n / keys) + 1,
  datacontenttype: 'application/json',
  data: { n },
})

/** Each key's events came in order, without a gap but the poison. */
function assertOrder(effects: Map<string, number[]>, count: number, poison: number): void {
  const expected = Map.groupBy(
    Array.from({ length: count }, (_, n) => n).filter((n) => n !== poison),
    (n) => `key-${n % keys}`,
  )
  for (const [key, numbers] of expected) assert.deepEqual(effects.get(key), numbers, `${key} is out of order`)
}

async function theLetter(deadLetters: DeadLetters, poison: CloudEvent | undefined): Promise<string> {
  const { items, total } = await deadLetters.list({ skip: 0, limit: 10 })
  assert.equal(total, 1, `${total} dead letters instead of one`)
  assert.equal(items[0]?.event.id, poison?.id)
  assert.match(items[0]?.error ?? '', /cannot digest/)
  return items[0]?.id ?? ''
}

/** A consumer that waits for ever for what it cannot digest, and one that says that it has done what it has not. */
function spoilt(handler: EventHandler, manner: Manner): EventHandler {
  const handle: Record<Manner, EventHandler['handle']> = {
    right: handler.handle,
    // What looks like an engine that is away is never parked, only tried again.
    stops: (event) =>
      handler.handle(event).catch((cause) => Promise.reject(Object.assign(cause, { code: 'ECONNREFUSED' }))),
    swallows: (event) => handler.handle(event).catch(() => undefined),
  }
  return { ...handler, handle: handle[manner] }
}
