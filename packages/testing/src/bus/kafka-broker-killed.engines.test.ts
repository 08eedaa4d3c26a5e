import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { engineEnvironment, engineSettings, killEngine, startEngines, stopEngines } from '@pmq/infra/engines'
import { createKafkaBus } from '@pmq/platform/bus/kafka'
import { silentLog } from '@pmq/platform/log'
import { engineAddress } from '../engines/index.ts'
import { eventually } from '../eventually/index.ts'
import { aTopic } from './an-event.ts'
import { awaitEffects } from './await-effects.ts'
import { effectsName, openEffects } from './effects.ts'
import { startLoad } from './event-load.ts'
import { startMember } from './start-member.ts'

/** A broker of its own: the other suites keep theirs. Its ports are in the free half of the block. */
let dataDir: string
before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kafka-killed-'))
  const { base } = engineSettings().ports
  Object.assign(process.env, { PMQ_ENGINES_PORT: String(base + 40), PMQ_ENGINES_DATA: dataDir })
  await startEngines(['kafka'])
})
after(async () => {
  await stopEngines(['kafka'])
  await rm(dataDir, { recursive: true, force: true })
})

test('a broker that is killed and comes back loses nothing of what it took', { timeout: 180_000 }, async () => {
  const service = effectsName()
  const effects = await openEffects(engineAddress('MONGODB_URI'), service)
  const brokers = [engineEnvironment().KAFKA_BROKERS ?? '']
  // Members that a killed broker threw out are waited for as long as their session lasts: 15 s in production.
  const open = () => createKafkaBus({ brokers, clientId: 'test', log: silentLog(), sessionTimeoutMs: 5_000 })
  const [publisher, first, second] = [open(), open(), open()]
  const topic = aTopic()
  const members = await Promise.all([first, second].map((bus) => startMember({ bus, topic, service, effects })))
  const load = startLoad(publisher, { topic, subjects: 50, each: 40, batch: 10 })
  await eventually(() => load.count() >= 700, { within: 60_000 })
  await killEngine('kafka')
  await startEngines(['kafka'])
  await awaitEffects(effects, load, 30_000)
  await Promise.all(members.map((member) => member.stop()))
  await Promise.all([publisher, first, second].map((bus) => bus.close()))
  await effects.drop()
  await effects.close()
})
