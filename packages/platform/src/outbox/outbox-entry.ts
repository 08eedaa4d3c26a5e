import { randomUUID } from 'node:crypto'
import { type Model, Schema } from 'mongoose'
import { currentContext, nextTraceparent } from '../context/index.ts'
import type { CloudEvent, DomainEvent } from '../events/index.ts'

/** The fields of an aggregate's document that hold what it has still to announce. */
export const outboxFields = {
  outbox: { type: [Schema.Types.Mixed], default: [] },
  /** An equality index serves every engine; "outbox is not empty" would not. */
  outboxPending: { type: Boolean, default: false },
  outboxLease: { type: new Schema({ owner: String, until: Date }, { _id: false }), default: null },
} as const

export type OutboxRow = {
  _id: string
  outbox: CloudEvent[]
  outboxPending: boolean
  outboxLease: { owner: string; until: Date } | null
  deletedAt: Date | null
}

/** A collection that may hold events to publish. */
export type OutboxSource = { name: string; model: Model<OutboxRow> }

/** Completes what the domain said into the envelope that will travel. */
export function outboxEntry(
  event: DomainEvent,
  envelope: { subject: string; sequence: number; source: string; now: Date },
): CloudEvent {
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: envelope.source,
    type: event.type,
    subject: envelope.subject,
    time: envelope.now.toISOString(),
    sequence: envelope.sequence,
    datacontenttype: 'application/json',
    traceparent: nextTraceparent(currentContext()?.traceparent),
    data: event.data,
  }
}
