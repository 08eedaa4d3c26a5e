import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CloudEvent } from '../../events/index.ts'
import { eventOf, messageOf } from './kafka-message.ts'

const event: CloudEvent = {
  specversion: '1.0',
  id: 'e1',
  source: '/services/content',
  type: 'content.article.published',
  subject: 'a1',
  time: '2026-11-21T08:00:00.000Z',
  sequence: 3,
  datacontenttype: 'application/json',
  data: { title: 'Été' },
}

test('an event is a record keyed by its subject, and comes back the same', () => {
  const message = messageOf(event)
  assert.equal(message.key, 'a1')
  assert.deepEqual(eventOf({ value: Buffer.from(String(message.value)) }), event)
})

test('a tombstone, and what somebody else wrote, are no events', () => {
  for (const value of [null, Buffer.from(''), Buffer.from('{'), Buffer.from('{"id":"x"}'), Buffer.from([0xff])]) {
    assert.equal(eventOf({ value }), undefined)
  }
})
