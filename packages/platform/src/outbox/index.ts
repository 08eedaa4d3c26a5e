export { type OutboxRow, type OutboxSource, outboxEntry, outboxFields } from './outbox-entry.ts'
export { type OutboxRelay, releaseOutboxes, startOutboxRelay } from './outbox-relay.ts'
