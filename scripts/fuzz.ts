// `npm run fuzz -- [--cases 20] [--seed 1] [--as nobody,editor,admin]`: plays the whole API document with generated requests,
// valid and not: no 5xx, no answer that the document does not promise. The promise is kept with 200 cases.
// Exit code 3: schemathesis could not be fetched, so that nothing was tried (named in $PMQ_NOT_RUN instead where that is set).
import { appendFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '../e2e/support/start-embedded.ts'
import { brokenOperations, startBrokenApi } from './fuzz/broken-api.ts'
import { CouldNotFetch, fetchSchemathesis } from './fuzz/fetch-schemathesis.ts'
import { runSchemathesis } from './fuzz/run-schemathesis.ts'
import { signToken } from './fuzz/sign-token.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { cases: text, seed: text, as: text } })
const cases = Number(values.cases ?? 20)
const seed = Number(values.seed ?? 1)
const identities = (values.as ?? 'nobody,editor,admin').split(',')
const counts = { passed: 0, failed: 0, skipped: 0 }
const count = (passed: number, failed: number) => {
  counts.passed += passed
  counts.failed += failed
}

async function fuzz(program: string, folder: string): Promise<void> {
  const broken = await startBrokenApi()
  const found = await runSchemathesis({ program, document: broken.document, cases: 5, seed, folder })
  broken.close()
  const caught = found.failed === brokenOperations
  console.log(`${caught ? '✔' : '✘'} of an API that is broken on purpose, what is wrong is reported (${found.failed})`)
  count(Number(caught), Number(!caught))

  // Requests are many and come from one address: the limits have tests of their own.
  for (const name of ['RATE_PAGES', 'RATE_API_READS', 'RATE_API_WRITES', 'RATE_SIGN_IN'])
    process.env[name] = '1000000000'
  const platform = await startEmbedded()
  try {
    const { dataDir = '', urls, providerUrl } = platform
    const issuer = `${providerUrl}/realms/midi-quercy`
    for (const who of identities) {
      const token = who === 'nobody' ? undefined : await signToken({ dataDir, issuer }, [who])
      const document = `${urls.portal}/api/openapi.json`
      const { operations, failed, requests, printed } = await runSchemathesis({
        program,
        document,
        cases,
        seed,
        token,
        folder,
      })
      console.log(
        `${failed === 0 ? '✔' : '✘'} as ${who}: ${operations} operations, ${requests} requests, ${failed} failed`,
      )
      if (failed > 0) console.log(printed)
      count(operations - failed, failed)
    }
    const errors = await platform.logged('error', 'fatal')
    console.log(`${errors.length === 0 ? '✔' : '✘'} the platform logged no error`)
    for (const line of errors.slice(0, 20)) console.log(line)
    count(Number(errors.length === 0), Number(errors.length > 0))
  } finally {
    const code = await platform.stop()
    count(Number(code === 0), Number(code !== 0))
  }
}

const folder = await mkdtemp(join(tmpdir(), 'pmq-fuzz-'))
try {
  await fuzz(fetchSchemathesis(), folder)
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`)
  if (process.env.PMQ_TEST_COUNTS) appendFileSync(process.env.PMQ_TEST_COUNTS, `${JSON.stringify(counts)}\n`)
  process.exitCode = counts.failed > 0 ? 1 : 0
} catch (error) {
  if (!(error instanceof CouldNotFetch)) throw error
  console.log(`not run: ${error.message}`)
  if (process.env.PMQ_NOT_RUN) appendFileSync(process.env.PMQ_NOT_RUN, `npm run fuzz: ${error.message}\n`)
  else process.exitCode = 3
} finally {
  await rm(folder, { recursive: true, force: true })
}
