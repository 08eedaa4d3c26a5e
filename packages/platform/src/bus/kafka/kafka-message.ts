import type { KafkaMessage, Message } from 'kafkajs'
import { type CloudEvent, cloudEvent } from '../../events/index.ts'

/** An event as a Kafka record: CloudEvents in structured mode; the headers spare tools from parsing the value. */
export const messageOf = (event: CloudEvent): Message => ({
  key: event.subject,
  value: JSON.stringify(event),
  headers: { 'content-type': 'application/cloudevents+json', ce_id: event.id, ce_type: event.type },
})

/** The event of a record; undefined for a tombstone, or for what somebody else wrote there. */
export function eventOf({ value }: Pick<KafkaMessage, 'value'>): CloudEvent | undefined {
  if (value === null) return undefined
  try {
    const parsed = cloudEvent.safeParse(JSON.parse(value.toString()))
    return parsed.success ? { ...parsed.data, data: parsed.data.data } : undefined
  } catch {
    return undefined
  }
}
