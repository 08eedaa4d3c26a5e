import type { CloudEvent } from '../events/index.ts'

/**
 * Where events travel. Two adapters: Kafka (`@pmq/platform/bus/kafka`) and the embedded log (`@pmq/embedded/events`).
 *
 * Promises, checked by the contract suite on both:
 * - `publish` resolves only when the events are durable; events of one subject keep their order.
 * - A group receives every event of its topics at least once, in order per subject, one at a time per partition,
 *   from the first event ever kept, also those of before the group existed.
 * - A position is stored only after `handle` has resolved. When `handle` rejects, the same event is delivered again,
 *   with back-off, and later events of the partition wait: bounded attempts and dead letters are the caller's.
 */
export type Bus = {
  /**
   * Rejects when the engine cannot keep the events now: try again, in order. A call's events may be stored in part, then.
   * @throws EventRefused when an event will never be kept, however often it is tried
   */
  publish(events: CloudEvent[]): Promise<void>
  /** Joins a consumer group: each event reaches one member of it. Waits as long as the engine is away. Unknown topics are created. */
  subscribe(options: GroupSubscription): Promise<Subscription>
  /** Hears every event published from now on, in this process, whatever the others hear (page caches). Nothing is remembered. */
  tail(options: TailSubscription): Promise<Subscription>
  /** Reads all that the topics keep now, from the first event to the last one of this moment, then resolves (projections' rebuild). */
  replay(options: { topics: string[]; handle(event: CloudEvent): Promise<void>; signal?: AbortSignal }): Promise<void>
  /** Creates the topics that do not exist yet. Idempotent. */
  ensureTopics(topics: string[]): Promise<void>
  /** How far each group is behind. */
  lag(): Promise<GroupLag[]>
  /** Rejects when the engine does not answer. */
  check(): Promise<void>
  /** Stops consumers after the event in hand, then disconnects. */
  close(): Promise<void>
}

export type GroupSubscription = { group: string; topics: string[]; handle(event: CloudEvent): Promise<void> }
export type TailSubscription = { topics: string[]; handle(event: CloudEvent): void }
export type Subscription = { stop(): Promise<void> }
export type GroupLag = { group: string; topic: string; behind: number }

/** The bus will never keep this event: it is larger than the engine takes. */
export class EventRefused extends Error {
  override readonly name = 'EventRefused'
  readonly code = 'events.refused'
  readonly event: { id: string; type: string; subject: string }
  constructor({ id, type, subject }: CloudEvent, why: string, options?: ErrorOptions) {
    super(`The event ${id} (${type} of ${subject}) is refused: ${why}`, options)
    this.event = { id, type, subject }
  }
}
