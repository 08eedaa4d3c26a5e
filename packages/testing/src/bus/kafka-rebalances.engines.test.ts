import { after, before, test } from 'node:test'
import { engineAddress } from '../engines/index.ts'
import { eventually } from '../eventually/index.ts'
import { aTopic } from './an-event.ts'
import { awaitEffects } from './await-effects.ts'
import { type Effects, effectsName, openEffects } from './effects.ts'
import { startLoad } from './event-load.ts'
import { type KafkaFixture, startKafkaFixture } from './kafka-fixture.ts'
import { type Member, startMember } from './start-member.ts'

let kafka: KafkaFixture
let effects: Effects
const service = effectsName()
before(async () => {
  kafka = await startKafkaFixture()
  effects = await openEffects(engineAddress('MONGODB_URI'), service)
})
after(async () => {
  await kafka.stop()
  await effects.drop()
  await effects.close()
})

test('members that join and leave under load lose nothing, overtake nothing, and do nothing twice', {
  timeout: 120_000,
}, async () => {
  const topic = aTopic()
  const everybody: Member[] = []
  const join = async () => {
    const bus = kafka.open() // each member is a program of its own
    const member = await startMember({ bus, topic, service, effects })
    everybody.push(member)
    return { leave: () => member.stop().then(() => bus.close()) }
  }
  const members = [await join()]
  const handled = () => everybody.reduce((sum, { deliveries }) => sum + deliveries(), 0)
  let over = false
  const during = { isEnough: () => over, handled }
  const load = startLoad(kafka.open(), { topic, subjects: 50, each: 40, batch: 10, during })
  for (let rebalances = 1; rebalances <= 6; rebalances++) {
    await eventually(() => handled() >= rebalances * 200, { within: 60_000 })
    if (members.length < 3) members.push(await join())
    else await Promise.all(members.splice(0, 2).map((member) => member.leave()))
  }
  over = true
  await awaitEffects(effects, load, 20_000)
  for (const member of members) await member.leave()
})
