import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Bus } from '@pmq/platform/bus'
import type { KafkaBusOptions } from '@pmq/platform/bus/kafka'
import type { CloudEvent } from '@pmq/platform/events'
import { silentLog } from '@pmq/platform/log'
import { Kafka, logLevel } from 'kafkajs'
import { engineAddress } from '../engines/index.ts'
import { aTopic } from './an-event.ts'
import { awaitEffects } from './await-effects.ts'
import { effectsName, openEffects } from './effects.ts'
import { startLoad } from './event-load.ts'
import { type KafkaFixture, startKafkaFixture } from './kafka-fixture.ts'
import { startMember } from './start-member.ts'

const sessionTimeoutMs = 1_500
/** Longer than the session: the broker gives the member up, and refuses what it commits afterwards. */
const frozenMs = 4_000

let kafka: KafkaFixture
before(async () => {
  kafka = await startKafkaFixture()
})
after(() => kafka.stop())

/** A process that stands still (a laptop that sleeps, a machine without memory) in the middle of its work, three times. */
async function freezeUnderLoad(bus: Bus, stallMs: number): Promise<void> {
  const service = effectsName()
  const effects = await openEffects(engineAddress('MONGODB_URI'), service)
  const topic = aTopic()
  const publisher = kafka.open()
  await publisher.ensureTopics([topic])
  let handled = 0
  const apply = async (event: CloudEvent) => {
    if ([100, 400, 700].includes(++handled)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, frozenMs)
    await effects.apply(event)
  }
  const load = startLoad(publisher, { topic, subjects: 50, each: 20, batch: 50 })
  await load.published // afterwards nobody but the member is at work
  const member = await startMember({ bus, topic, service, effects: { ...effects, apply } })
  try {
    await awaitEffects(effects, load, stallMs)
    assert.ok(handled >= 700, `${handled} handled`)
  } finally {
    await member.stop()
    await effects.drop()
    await effects.close()
  }
}

test('a member whose commits fail comes back by itself, and nothing is lost', { timeout: 120_000 }, async () => {
  let notStored = 0
  const log: KafkaBusOptions['log'] = {
    ...silentLog(),
    debug: (_said: unknown, message?: string) => {
      if (message === 'A position was not stored') notStored++
    },
  }
  await freezeUnderLoad(kafka.open({ sessionTimeoutMs, log }), 20_000)
  assert.ok(notStored > 0, 'commits have failed indeed')
})

test('the harness sees a consumer that stops for good at a failed commit', { timeout: 120_000 }, async () => {
  await assert.rejects(freezeUnderLoad(bareBus(kafka.brokers), 10_000), (error) => {
    assert.ok(error instanceof assert.AssertionError, String(error))
    assert.ok((error.actual as { lost: number }).lost > 0, error.message)
    return true
  })
})

/** The broken variant: kafkajs as one would use it at first, whose consumer dies when a commit error escapes. */
function bareBus(brokers: string[]): Bus {
  const client = new Kafka({ brokers, clientId: 'bare', logLevel: logLevel.NOTHING })
  const bus = kafka.open()
  return {
    ...bus,
    async subscribe({ group: groupId, topics, handle }) {
      const consumer = client.consumer({ groupId, sessionTimeout: sessionTimeoutMs, heartbeatInterval: 150 })
      await consumer.connect()
      await consumer.subscribe({ topics, fromBeginning: true })
      await consumer.run({
        autoCommit: false,
        async eachMessage({ topic, partition, message }) {
          await handle(JSON.parse(String(message.value)) as CloudEvent)
          await consumer.commitOffsets([{ topic, partition, offset: String(BigInt(message.offset) + 1n) }])
        },
      })
      return { stop: () => consumer.disconnect() }
    },
  }
}
