import { createKafkaBus } from '@pmq/platform/bus/kafka'
import { silentLog } from '@pmq/platform/log'
import { anEvent, aTopic } from '@pmq/testing/bus'
import { alternate } from '../support/alternate.ts'
import type { Bench } from '../support/bench.ts'
import { needAddress } from '../support/storage-engines.ts'
import { startBare } from './bare-kafkajs.ts'

/** Events of one measurement, in batches as the relay publishes them, so many batches asked for at a time. */
const events = 20_000
const batchSize = 100
const atATime = 4
const partitions = 8

/** From the first publication to the last event handled, both by programs that publish and consume. */
export const bench: Bench = {
  title: 'events per s published and handled by the bus port ÷ by bare kafkajs, same broker',
  floor: 0.5,
  goal: 0.8,
  engines: ['real'],
  async run({ rounds, say }) {
    const brokers = (await needAddress('KAFKA_BROKERS')).split(',')
    const bus = createKafkaBus({ brokers, clientId: 'bench', log: silentLog(), topics: { partitions } })
    const topic = aTopic()
    const counter = createCounter()
    await bus.ensureTopics([topic])
    await bus.subscribe({ group: topic, topics: [topic], handle: async () => counter.heard() })
    const bare = await startBare({ brokers, topic: aTopic(), partitions, heard: counter.heard })

    const measure = async (topicOfSide: string, publish: (batch: ReturnType<typeof anEvent>[]) => Promise<unknown>) => {
      const batches = Array.from({ length: events / batchSize }, () =>
        Array.from({ length: batchSize }, (_, index) => anEvent(topicOfSide, { subject: `subject-${index}` })),
      )
      const done = counter.after(events)
      const before = process.cpuUsage()
      const begun = performance.now()
      await Promise.all(
        Array.from({ length: atATime }, async () => {
          for (let batch = batches.pop(); batch; batch = batches.pop()) await publish(batch)
        }),
      )
      await done
      const perSecond = (events * 1000) / (performance.now() - begun)
      const { user, system } = process.cpuUsage(before)
      return { perSecond, cpuMicrosecondsEach: (user + system) / events }
    }
    const sides = {
      kafkajs: () => measure(bare.topic, bare.publish),
      bus: () => measure(topic, bus.publish),
    }
    const { raw, medians } = await alternate({ rounds, sides, say })
    await bus.close()
    await bare.close([topic])
    const ratio = (medians.bus.perSecond ?? 0) / (medians.kafkajs.perSecond ?? Number.NaN)
    const cpuRatio = (medians.kafkajs.cpuMicrosecondsEach ?? 0) / (medians.bus.cpuMicrosecondsEach ?? Number.NaN)
    return { ratio, medians, raw, notes: { cpuRatio, events, batchSize, atATime, partitions } }
  },
}

function createCounter() {
  let left = 0
  let done = () => {}
  return {
    heard() {
      left -= 1
      if (left === 0) done()
    },
    after(count: number) {
      left = count
      return new Promise<void>((resolve) => {
        done = resolve
      })
    },
  }
}
