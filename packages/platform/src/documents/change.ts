import type { DomainEvent, EventType } from '../events/index.ts'

/** What the store keeps of every aggregate. Fields that have no value are `null`, never absent. */
export type Aggregate = { id: string; version: number }

/**
 * The outcome of a rule: the state to store and what has happened, to be announced.
 * One change announces at most one event, because the aggregate's version is also the event's sequence.
 */
export type Change<State extends Aggregate> = { state: State; event?: DomainEvent }

/**
 * Describes a change without making it: rules return it, stores commit it.
 * @param announced the event type and its data, checked against the producer's schema
 */
export function change<State extends Aggregate, Data>(
  state: State,
  patch: Partial<Omit<State, 'id' | 'version'>>,
  announced?: { type: EventType<string, Data>; data: (state: State) => Data },
): Change<State> {
  const next = { ...state, ...patch }
  if (!announced) return { state: next }
  return { state: next, event: { type: announced.type.type, data: announced.type.schema.parse(announced.data(next)) } }
}
