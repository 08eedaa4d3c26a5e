import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Kafka, Message, ProducerBatch } from 'kafkajs'
import type { CloudEvent } from '../../events/index.ts'
import { createPublisher } from './kafka-publisher.ts'

const anEvent = (id: string): CloudEvent => ({
  specversion: '1.0',
  id,
  source: '/services/content',
  type: 'content.article.published',
  subject: 'a1',
  time: '2026-11-21T08:00:00.000Z',
  sequence: 1,
  datacontenttype: 'application/json',
  data: {},
})
const idsOf = (batch: ProducerBatch) =>
  (batch.topicMessages ?? []).flatMap(({ messages }) =>
    messages.map((message: Message) => String(message.headers?.ce_id)),
  )

/** A publisher on a broker that answers what `answer` says to each request. */
function aPublisher(answer: (ids: string[]) => void = () => undefined) {
  const requests: string[][] = []
  let connections = 0
  const kafka = {
    producer: () => ({
      connect: async () => void connections++,
      disconnect: async () => undefined,
      async sendBatch(batch: ProducerBatch) {
        const ids = idsOf(batch)
        requests.push(ids)
        await new Promise((resolve) => setImmediate(resolve))
        answer(ids)
      },
    }),
  } as unknown as Kafka // the part that a publisher uses
  const topics = { ensure: async () => undefined, forget: () => undefined }
  return { publisher: createPublisher(kafka, topics), requests, connections: () => connections }
}

test('calls made while a request is on its way go together with the next one, in their order', async () => {
  const { publisher, requests } = aPublisher()
  const first = publisher.publish([anEvent('1')])
  await new Promise((resolve) => process.nextTick(resolve))
  await Promise.all([first, publisher.publish([anEvent('2'), anEvent('3')]), publisher.publish([anEvent('4')])])
  assert.deepEqual(requests, [['1'], ['2', '3', '4']])
})

test('an event that the broker refuses fails alone', async () => {
  const { publisher } = aPublisher((ids) => {
    if (ids.includes('big')) throw Object.assign(new Error('too large'), { type: 'MESSAGE_TOO_LARGE' })
  })
  const outcomes = await Promise.allSettled(['1', 'big', '2'].map((id) => publisher.publish([anEvent(id)])))
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  )
})

test('without an answer all callers are told, and the next request has a new connection', async () => {
  let away = true
  const { publisher, connections } = aPublisher(() => {
    if (away) throw new Error('no broker')
  })
  const outcomes = await Promise.allSettled(['1', '2'].map((id) => publisher.publish([anEvent(id)])))
  assert.ok(outcomes.every(({ status }) => status === 'rejected'))
  away = false
  await publisher.publish([anEvent('3')])
  assert.equal(connections(), 2)
})

test('closing sends what waits', async () => {
  const { publisher, requests } = aPublisher()
  const publishing = publisher.publish([anEvent('1')])
  await publisher.close()
  await publishing
  assert.deepEqual(requests, [['1']])
})
