// `npm run engines -- up|down|status|install|env [NAME…]`: the real engines, without Docker. infra/engines/README.md has the whole of it.
import { parseArgs } from 'node:util'
import {
  type EngineName,
  engineEnvironment,
  engineNames,
  engineStatus,
  installEngines,
  proxiedEnvironment,
  startEngines,
  stopEngines,
} from '@pmq/infra/engines'

const usage = `npm run engines -- COMMAND [NAME…]
  up        starts engines (all but minio, unless named); they stay until \`down\`
  down      stops them; --wipe removes their data, too
  status    which run, where, and how much memory they take
  install   only fetches and builds what \`up\` needs
  env       the addresses, to be exported; --proxied for those of the fault proxy
Names: ${engineNames.join(', ')}`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { wipe: { type: 'boolean', default: false }, proxied: { type: 'boolean', default: false } },
})
const [command, ...given] = positionals
const unknown = given.filter((name) => !engineNames.includes(name as EngineName))
const names = given as EngineName[]
const usual = names.length > 0 ? names : engineNames.filter((name) => name !== 'minio')
const log = (line: string) => console.log(line)

try {
  if (unknown.length > 0) throw new Error(`There is no engine ${unknown.join(', ')}.\n${usage}`)
  if (command === 'up') await startEngines(usual, { log })
  else if (command === 'install') await installEngines(usual, { log })
  else if (command === 'down') await stopEngines(names.length > 0 ? names : engineNames, { wipe: values.wipe, log })
  else if (command === 'status') await printStatus()
  else if (command === 'env') printEnvironment(values.proxied ? proxiedEnvironment() : engineEnvironment())
  else throw new Error(usage)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

async function printStatus() {
  for (const { name, title, state, pid, port, memory } of await engineStatus(names.length > 0 ? names : engineNames)) {
    const facts = pid === undefined ? [] : [`pid ${pid}`, `port ${port}`, ...(memory ? [`${memory} MiB`] : [])]
    console.log([name.padEnd(11), state.padEnd(7), facts.join(', ').padEnd(36), title].join(' ').trimEnd())
  }
}

function printEnvironment(environment: Record<string, string>) {
  for (const [name, value] of Object.entries(environment)) console.log(`export ${name}='${value}'`)
}
