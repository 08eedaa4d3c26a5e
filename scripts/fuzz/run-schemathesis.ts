import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const config = join(dirname(fileURLToPath(import.meta.url)), 'schemathesis.toml')

export type Fuzzing = {
  program: string
  /** Of the OpenAPI document; what it describes is at the same origin. */
  document: string
  /** At most so many generated requests an operation, besides those at the limits of its schemas. */
  cases: number
  seed: number
  /** A bearer token; without it, nobody is signed in. */
  token?: string | undefined
  /** For its reports. */
  folder: string
}
export type Fuzzed = { operations: number; failed: number; requests: number; printed: string }

/** Plays an API document: valid and invalid requests, each answer compared with what the document promises. */
export async function runSchemathesis({ program, document, cases, seed, token, folder }: Fuzzing): Promise<Fuzzed> {
  const report = join(folder, `junit-${Math.random().toString(36).slice(2)}.xml`)
  const child = spawn(
    program,
    [
      ...['--config-file', config, 'run', document, '--origin', new URL(document).origin],
      ...['--phases', 'coverage,fuzzing', '--checks', 'all', '--continue-on-failure', '--no-color'],
      ...['--max-examples', String(cases), '--seed', String(seed), '--generation-database', 'none', '--no-shrink'],
      ...['--suppress-health-check', 'all', '--request-timeout', '30', '--warnings', 'off'],
      ...['--report', 'junit', '--report-junit-path', report],
      ...(token === undefined ? [] : ['--header', `Authorization: Bearer ${token}`]),
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += text))
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  const xml = await readFile(report, 'utf8').catch(() => '')
  const count = (name: string) => Number(new RegExp(`<testsuites[^>]* ${name}="(\\d+)"`).exec(xml)?.[1] ?? Number.NaN)
  const operations = count('tests')
  const failed = count('failures') + count('errors')
  if (!(operations > 0) || (code !== 0 && failed === 0))
    throw new Error(`schemathesis ended with ${code} and did not say what it found:\n${printed.slice(-4_000)}`)
  return { operations, failed, requests: Number(/(\d+) generated/.exec(printed)?.[1] ?? 0), printed }
}
