// `npm run test:engines`: starts the real engines, runs every `*.engines.test.ts` on them, plays the platform as separate processes in
// Chromium, alone and with two replicas of each, and stops what it started.
// Words after `--` choose files: `npm run test:engines -- search`; `processes` is what is played. S3 is versitygw; `S3_SERVER=minio` takes MinIO.
import { appendFileSync, globSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type EngineName, engineEnvironment, engineSettings, engineStatus, stopEngines } from '@pmq/infra/engines'
import { dockerSuites } from './test/docker-suites.ts'
import { playOnProcesses } from './test/play-on-processes.ts'
import { runTests } from './test/run-tests.ts'
import { startWhatCanBeFetched } from './test/start-what-can-be-fetched.ts'

const cwd = dirname(dirname(fileURLToPath(import.meta.url)))
const roots = ['packages', 'services', 'gateway', 'frontends', 'scripts', 'infra']
const given = process.argv.slice(2)
const wanted = given.filter((word) => word !== 'processes')
const plays = given.length === 0 || given.includes('processes')
const tests = given.length === 0 || wanted.length > 0
const minio = process.env.S3_SERVER === 'minio'
const known: EngineName[] = ['kafka', 'keycloak', 'opensearch', 'mongodb', minio ? 'minio' : 's3', 'mail', 'toxiproxy']

/** What the files of a folder need; other files need all that there is. */
const needs: [RegExp, EngineName[]][] = [
  [/testing\/src\/bus\//, ['kafka', 'mongodb']],
  [/testing\/src\/messaging\//, ['kafka', 'mongodb']],
  [/testing\/src\/documents\//, ['mongodb']],
  [/testing\/src\/search\//, ['opensearch']],
  [/testing\/src\/objects\//, [minio ? 'minio' : 's3']],
  [/testing\/src\/mail\//, ['mail']],
  [/testing\/src\/identity\//, ['keycloak']],
  [/(gateway\/src\/sign-in|infra\/keycloak)\//, ['keycloak']],
]
/** What the platform itself needs. */
const needed: EngineName[] = ['kafka', 'keycloak', 'opensearch', 'mongodb']
const neededBy = (file: string) => needs.find(([folder]) => folder.test(file))?.[1] ?? known

const patterns = roots.flatMap((root) =>
  wanted.length === 0
    ? [`${root}/**/*.engines.test.ts`]
    : wanted.flatMap((word) => [`${root}/**/*${word}*/**/*.engines.test.ts`, `${root}/**/*${word}*.engines.test.ts`]),
)
/** Empties, cuts and stops the engines: nothing else can work on them meanwhile. The others share the machine by twos. */
const isAlone = (file: string) => /\/(faults|archive)\//.test(file)
const isLong = process.env.PMQ_FAULTS === 'long'

const files = tests ? globSync(patterns, { cwd, exclude: (path) => path.endsWith('node_modules') }) : []
const names = known.filter(
  (name) => (plays && needed.includes(name)) || files.some((file) => neededBy(file).includes(name)),
)
const before = new Set((await engineStatus(names)).filter(({ state }) => state !== 'down').map(({ name }) => name))
const stopOurs = () => stopEngines(names.filter((name) => !before.has(name)))
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stopOurs().then(() => process.exit(1)))

const notRun: string[] = []
let passed = false
try {
  const absent = await startWhatCanBeFetched(names, (line) => console.log(line))
  for (const [name, why] of absent) notRun.push(`${name}: ${why}`)
  Object.assign(process.env, engineEnvironment())
  if (minio) process.env.S3_ENDPOINT = `http://127.0.0.1:${engineSettings().ports.minio}`
  passed = !tests || files.length > 0
  const possible = files.filter((file) => neededBy(file).every((name) => !absent.has(name)))
  const groups = [possible.filter((file) => !isAlone(file)), possible.filter(isAlone)]
  for (const [group, concurrency] of groups.map((group, index) => [group, index === 0 ? 2 : 1] as const)) {
    if (group.length === 0) continue
    const options = { cwd, kind: 'engines', concurrency, timeoutMs: isLong ? 3_600_000 : 600_000 } as const
    passed = (await runTests(group, options)) && passed
  }
  if (plays && needed.some((name) => absent.has(name))) notRun.push('the platform as processes: an engine is missing')
  else if (plays) for (const replicas of [1, 2] as const) passed = (await playOnProcesses({ replicas, cwd })) && passed
  if (tests) {
    const docker = await dockerSuites({ cwd, wanted })
    passed &&= docker.passed
    notRun.push(...docker.notRun)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
} finally {
  await stopOurs()
}
for (const line of notRun) console.log(`not run: ${line}`)
if (process.env.PMQ_NOT_RUN && notRun.length > 0) appendFileSync(process.env.PMQ_NOT_RUN, `${notRun.join('\n')}\n`)
process.exitCode = passed ? 0 : 1
