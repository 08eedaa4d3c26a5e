import { setTimeout as delay } from 'node:timers/promises'
import { ZodError } from 'zod'
import type { Bus, Subscription } from '../bus/index.ts'
import { inContext, nextTraceparent } from '../context/index.ts'
import { isOutage as isAway } from '../errors/index.ts'
import { type CloudEvent, topicOf } from '../events/index.ts'
import type { Log } from '../log/index.ts'
import type { DeadLetters } from './dead-letters.ts'
import type { Inbox } from './inbox.ts'
import type { EventHandler } from './on.ts'

export type Consumers = {
  /**
   * Gives a parked event to its handler once more, unless it has been digested meanwhile: delivered again, or by a replay
   * whose end was not recorded. @returns false when it failed again, and why is recorded
   */
  replay(deadLetterId: string): Promise<boolean>
  stop(): Promise<void>
}

/**
 * Subscribes a service's handlers, one consumer group each, so that one that fails does not hold up the others.
 * Each event: inbox check, the use case with bounded attempts, inbox record; a poison event is parked and the rest goes on.
 * While an engine is away (`isOutage`) nothing is parked: the bus delivers again until it is back.
 */
export async function startConsumers(options: {
  service: string
  handlers: EventHandler[]
  bus: Bus
  inbox: Inbox
  deadLetters: DeadLetters
  log: Log
  attempts?: number
  backOffMs?: number
  isOutage?: (error: unknown) => boolean
  onHandled?: (consumer: string, outcome: 'done' | 'repeated' | 'parked') => void
}): Promise<Consumers> {
  const { bus, inbox, deadLetters, log, attempts = 5, backOffMs = 50, isOutage = isAway } = options

  const inTurn = createTurns()

  async function digest(handler: EventHandler, event: CloudEvent): Promise<void> {
    if (!handler.types.includes(event.type)) return
    if (await inbox.has(handler.name, event.id)) return options.onHandled?.(handler.name, 'repeated')
    for (let attempt = 1; ; attempt += 1) {
      try {
        await handler.handle(event)
        break
      } catch (error) {
        if (isOutage(error)) throw error
        if (attempt < attempts && !(error instanceof ZodError)) {
          await delay(backOffMs * 2 ** (attempt - 1))
          continue
        }
        await deadLetters.park({ consumer: handler.name, event, error: messageOf(error), attempts: attempt })
        log.error(
          { err: error, consumer: handler.name, event: event.id, type: event.type },
          'an event was parked in the dead letters',
        )
        return options.onHandled?.(handler.name, 'parked')
      }
    }
    await inbox.record(handler.name, event.id)
    options.onHandled?.(handler.name, 'done')
  }

  const subscriptions: Subscription[] = []
  const stop = () => Promise.all(subscriptions.map((subscription) => subscription.stop()))
  const subscribe = async (handler: EventHandler) => {
    const topics = [...new Set(handler.types.map(topicOf))]
    await bus.ensureTopics(topics)
    const handle = (event: CloudEvent) =>
      inContext({ traceparent: nextTraceparent(event.traceparent) }, () =>
        inTurn(`${handler.name}~${event.id}`, () => digest(handler, event)),
      )
    subscriptions.push(await bus.subscribe({ group: `${options.service}.${handler.name}`, topics, handle }))
  }
  try {
    for (const handler of options.handlers) await subscribe(handler)
  } catch (error) {
    await stop()
    throw error
  }

  return {
    async replay(deadLetterId) {
      const letter = await deadLetters.get(deadLetterId)
      const handler = options.handlers.find(({ name }) => name === letter?.consumer)
      if (!letter || !handler) return false
      return inTurn(`${handler.name}~${letter.event.id}`, async () => {
        if (!(await inbox.has(handler.name, letter.event.id))) {
          try {
            await handler.handle(letter.event)
          } catch (error) {
            await deadLetters.tried(deadLetterId, { error: messageOf(error) })
            return false
          }
          await inbox.record(handler.name, letter.event.id)
        }
        await deadLetters.tried(deadLetterId, { replayed: true })
        return true
      })
    },
    async stop() {
      await stop()
    },
  }
}

/** One at a time for each key: an event that is replayed may be delivered again at the same moment. */
function createTurns() {
  const last = new Map<string, Promise<unknown>>()
  return <Result>(key: string, work: () => Promise<Result>): Promise<Result> => {
    const before = last.get(key)
    const mine = before ? before.then(work, work) : work()
    last.set(key, mine)
    const leave = () => {
      if (last.get(key) === mine) last.delete(key)
    }
    mine.then(leave, leave)
    return mine
  }
}

const messageOf = (error: unknown) =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 2000)
