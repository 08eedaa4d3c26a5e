import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { EventRefused } from '@pmq/platform/bus'
import { on } from '@pmq/platform/consumers'
import { connectEngines, engineConfig } from '@pmq/platform/engines'
import type { CloudEvent } from '@pmq/platform/events'
import { silentLog } from '@pmq/platform/log'
import { service, startService } from '@pmq/platform/service'
import mongoose from 'mongoose'
import { z } from 'zod'
import { engineAddress } from '../engines/index.ts'
import { eventually } from '../eventually/index.ts'
import { anEvent, aTopic, eventsOf } from './an-event.ts'
import { type KafkaFixture, startKafkaFixture } from './kafka-fixture.ts'

let kafka: KafkaFixture
before(async () => {
  kafka = await startKafkaFixture()
})
after(() => kafka.stop())

test('an event that is too large is refused in words, and nobody else with it', { timeout: 60_000 }, async () => {
  const bus = kafka.open()
  const topic = aTopic()
  const heard = new Set<string>() // what went together with a refused event may come twice
  await bus.subscribe({ group: randomUUID(), topics: [topic], handle: async ({ id }) => void heard.add(id) })
  const monster = anEvent(topic, { data: { text: 'x'.repeat(5 * 1024 ** 2) } })
  const others = Array.from({ length: 20 }, () => anEvent(topic))
  const publishing = [...others.slice(0, 10), monster, ...others.slice(10)].map((event) => bus.publish([event]))
  const outcomes = await Promise.allSettled(publishing)
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    [...others.slice(0, 10).map(() => 'fulfilled'), 'rejected', ...others.slice(10).map(() => 'fulfilled')],
  )
  await assert.rejects(publishing[10] as Promise<void>, (error) => {
    assert.ok(error instanceof EventRefused)
    assert.match(error.message, new RegExp(`${monster.id}.*is refused: its \\d+ bytes are more than Kafka takes`))
    return true
  })
  const next = anEvent(topic, { subject: monster.subject })
  await bus.publish([next])
  await eventually(() => heard.size === 21, { within: 20_000 })
  assert.deepEqual([...heard].sort(), [...others, next].map(({ id }) => id).sort())
})

test('a topic that is deleted and made anew goes on, for those who tell and those who hear', {
  timeout: 120_000,
}, async () => {
  const bus = kafka.open()
  const [topic, other, later] = [aTopic(), aTopic(), aTopic()]
  const heard: CloudEvent[] = []
  await bus.subscribe({ group: randomUUID(), topics: [topic, other], handle: async (event) => void heard.push(event) })
  await bus.publish(eventsOf(topic, randomUUID(), 5))
  await eventually(() => heard.length === 5, { within: 20_000 })

  await kafka.admin.deleteTopics({ topics: [topic] })
  const again = eventsOf(topic, randomUUID(), 5)
  let tries = 0
  await eventually(
    () => {
      tries++
      return bus.publish(again)
    },
    { within: 20_000, every: 100 },
  )
  assert.ok(tries <= 5, `${tries} tries`) // the relay tries again by itself
  await bus.publish([anEvent(other), anEvent(later)]) // a bare kafkajs producer would fail from now on
  const heardOf = (name: string) => new Set(heard.filter(({ type }) => type.startsWith(name)).map(({ id }) => id))
  await eventually(() => heardOf(topic).size === 10 && heardOf(other).size === 1, { within: 60_000, every: 50 })
})

test('the metrics of a program show how far its consumers are behind', { timeout: 60_000 }, async () => {
  const letters = randomUUID().replaceAll(/[^a-f]/g, '')
  const topic = aTopic()
  const bus = kafka.open()
  await bus.ensureTopics([topic])
  const { promise: gate, resolve: open } = Promise.withResolvers<void>()
  const type = { type: `${topic}.changed`, title: 'Something changed.', schema: z.unknown() }
  const handle = async () => gate
  const name = `lagging-${letters}`
  const config = engineConfig.parse({
    ...process.env,
    // not used here, and asked for all the same
    ELASTICSEARCH_URL: process.env.ELASTICSEARCH_URL ?? 'http://127.0.0.1:9',
    OIDC_ISSUER: process.env.OIDC_ISSUER ?? 'http://127.0.0.1:9',
  })
  const engines = connectEngines(name, config, silentLog())
  const running = await startService(
    service(name, () => ({ api: [], hears: [on(type, 'slow', z.unknown(), handle)] })),
    engines,
  )
  const scraped = async () =>
    new RegExp(`^events_behind\\{group="${name}\\.slow",topic="${topic}"\\} (\\d+)$`, 'm').exec(
      await engines.metrics.registry.metrics(),
    )?.[1]
  await bus.publish(eventsOf(topic, randomUUID(), 7))
  await eventually(async () => assert.equal(await scraped(), '7'), { within: 20_000, every: 100 })
  open()
  await eventually(async () => assert.equal(await scraped(), '0'), { within: 20_000, every: 100 })
  await running.stop()
  await engines.close()
  const connection = await mongoose.createConnection(engineAddress('MONGODB_URI'), { dbName: name }).asPromise()
  await connection.dropDatabase()
  await connection.close()
})
