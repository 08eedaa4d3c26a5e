export { type CloudEvent, cloudEvent, topicOf } from './cloud-event.ts'
export { type DomainEvent, type EventType, event } from './event-type.ts'
