import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { engineAddress } from '../engines/index.ts'
import { eventually } from '../eventually/index.ts'
import { aTopic } from './an-event.ts'
import { awaitEffects } from './await-effects.ts'
import { type Care, effectsName, openEffects } from './effects.ts'
import { startLoad } from './event-load.ts'
import { forkMember, type MemberProcess } from './fork-member.ts'
import { type KafkaFixture, startKafkaFixture } from './kafka-fixture.ts'

let kafka: KafkaFixture
before(async () => {
  kafka = await startKafkaFixture()
})
after(() => kafka.stop())

/** Two replicas under load; one of them is killed again and again in the middle of its work, and started anew. */
async function killUnderLoad({ care, each }: { care: Care; each: number }): Promise<void> {
  const documentsUri = engineAddress('MONGODB_URI')
  const service = effectsName()
  const topic = aTopic()
  const effects = await openEffects(documentsUri, service, care)
  const bus = kafka.open()
  await bus.ensureTopics([topic])
  // Production waits 15 s for a member that is silent; a test need not.
  const settings = { brokers: kafka.brokers, documentsUri, topic, service, care, sessionTimeoutMs: 3_000 }
  const fork = () => forkMember(settings)
  const members: MemberProcess[] = []
  const everybody: MemberProcess[] = []
  const join = async () => {
    const member = await fork()
    members.push(member)
    everybody.push(member)
  }
  try {
    await Promise.all([join(), join()])
    const handled = () => everybody.reduce((sum, { delivered }) => sum + delivered(), 0)
    let kills = 0
    const during = { isEnough: () => kills === 3, handled }
    const load = startLoad(bus, { topic, subjects: 50, each, batch: 10, during })
    for (; kills < 3; kills++) {
      const victim = members.shift() as MemberProcess
      await eventually(() => victim.delivered() >= 50, { within: 60_000 })
      await victim.killAfterEffect()
      await join()
    }
    await awaitEffects(effects, load, 20_000)
  } finally {
    await Promise.all(members.map((member) => member.kill()))
    await effects.drop()
    await effects.close()
  }
}

test('a replica that is killed in the middle loses nothing, and nothing takes effect twice', {
  timeout: 120_000,
}, async () => {
  await killUnderLoad({ care: 'projection', each: 50 })
})

test('the harness sees consumers that have no inbox and do not look at versions', { timeout: 120_000 }, async () => {
  await assert.rejects(killUnderLoad({ care: 'none', each: 50 }), (error) => {
    assert.ok(error instanceof assert.AssertionError)
    const { doubled, lost } = error.actual as { doubled: number; lost: number }
    assert.ok(doubled > 0 && lost === 0, error.message)
    return true
  })
})
