// A replica in a process of its own, to be killed and frozen. Says on its output how many events it was given.
import { createKafkaBus } from '@pmq/platform/bus/kafka'
import { silentLog } from '@pmq/platform/log'
import { openEffects } from './effects.ts'
import type { MemberSettings } from './fork-member.ts'
import { startMember } from './start-member.ts'

const { brokers, documentsUri, topic, service, care, sessionTimeoutMs } = JSON.parse(
  process.argv[2] ?? '',
) as MemberSettings
const say = (line: string) => process.stdout.write(`${line}\n`)
const effects = await openEffects(documentsUri, service, care)
const bus = createKafkaBus({ brokers, clientId: 'member', log: silentLog(), sessionTimeoutMs })
let dies = false
const mortal: typeof effects = {
  ...effects,
  async apply(event) {
    await effects.apply(event)
    if (dies) process.kill(process.pid, 'SIGKILL')
  },
}
process.on('message', () => (dies = true))
await startMember({ bus, topic, service, effects: mortal, onDelivered: (count) => say(`delivered ${count}`) })
say('joined')
process.on('disconnect', () => process.exit()) // whoever has started us is gone
