import { randomUUID } from 'node:crypto'
import type { CloudEvent } from '@pmq/platform/events'

/** A topic that no other test uses. */
export function aTopic(): string {
  const letters = randomUUID().replaceAll(/[^a-f]/g, '')
  return `test.things-${letters}`
}

/** A valid event of a topic. */
export function anEvent(
  topic: string,
  said: Partial<Pick<CloudEvent, 'subject' | 'sequence' | 'data'>> = {},
): CloudEvent {
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: '/services/test',
    type: `${topic}.changed`,
    subject: randomUUID(),
    time: new Date().toISOString(),
    sequence: 1,
    datacontenttype: 'application/json',
    data: { title: 'Église Saint-Martin' },
    ...said,
  }
}

/** Events 1 to `count` of one subject. */
export const eventsOf = (topic: string, subject: string, count: number): CloudEvent[] =>
  Array.from({ length: count }, (_, index) => anEvent(topic, { subject, sequence: index + 1 }))
