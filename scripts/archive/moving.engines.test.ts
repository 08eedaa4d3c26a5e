import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { exportArchive, type Imported, type Installation, importArchive } from '@pmq/platform/archive'
import { eventually } from '@pmq/testing/eventually'
import { freePorts } from '@pmq/testing/free-ports'
import { emptyEngines, startProcesses } from '@pmq/testing/processes'
import { startCopy } from '../start/testing/start-copy.ts'
import { openInstallation } from './open-installation.ts'
import { type WhichInstallation, whichInstallation } from './settings.ts'
import { fill, runServicesOn } from './testing/fill-installation.ts'

const engines = {
  ...Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined)),
  S3_BUCKET: `moving-${randomUUID()}`,
}
const quiet = { now: () => new Date(), onStep: () => undefined }
const folder = await mkdtemp(join(tmpdir(), 'moving-engines-'))
after(() => rm(folder, { recursive: true, force: true }))

const embedded = (name: string): WhichInstallation => ({ kind: 'embedded', dataDir: join(folder, name), port: 0 })
const real = () => whichInstallation(engines)

async function within<Result>(which: WhichInstallation, work: (installation: Installation) => Promise<Result>) {
  const installation = await openInstallation(which)
  try {
    return await work(installation)
  } finally {
    await installation.close()
  }
}
const exported = (from: WhichInstallation, name: string) =>
  within(from, (installation) => exportArchive(installation, join(folder, name), quiet))
const imported = (to: WhichInstallation, name: string) =>
  within(to, (installation) => importArchive(join(folder, name), installation, quiet))
const assertSame = ({ outcome, compared }: Imported) => {
  assert.equal(outcome, 'done')
  assert.deepEqual(
    compared.filter(({ same }) => !same),
    [],
  )
}

/** What visitors see: pages as they are sent, and what the search finds, whatever its order. */
async function seenAt(url: string) {
  const ask = async (path: string) => {
    const answer = await fetch(url + path, { signal: AbortSignal.timeout(30_000) })
    assert.equal(answer.status, 200, path)
    return answer
  }
  type Found = { total: number; items: { path: string; site: string }[] }
  const search = async (query: string) => {
    const { total, items } = (await (await ask(`/api/search?perPage=50&${query}`)).json()) as Found
    return { total, paths: items.map(({ site, path }) => `${site}${path}`).sort() }
  }
  const found: Record<string, Awaited<ReturnType<typeof search>>> = {}
  for (const query of queries) found[query] = await search(query)
  const addresses = Object.values(found).flatMap(({ paths }) => paths)
  const some = [...new Set(addresses)].filter((path, index) => index % 8 === 0 && !path.endsWith(waitingPath))
  const pages: Record<string, string> = {}
  for (const path of ['/', ...some.map((path) => path.replace(/^portal/, ''))])
    pages[path] = await (await ask(path)).text()
  return { found, pages }
}

/** Each finds less than a page of results, whose order is the engine's own. */
const kinds = ['article', 'page', 'section', 'chantier', 'commune']
const queries = [...kinds.map((kind) => `site=portal&kind=${kind}`), 'site=portal&q=église', 'site=portal&q=renover']

/** Of a change that waits in its outbox when the installation is moved the first time. */
const waitingPath = '/communes/essai'

const unhurried = { RATE_PAGES: '100000', RATE_API_READS: '100000' }
const patiently = { within: 60_000, every: 300 }

test('an installation on embedded engines moves to real ones: stores, pages and search are the same', {
  timeout: 240_000,
}, async () => {
  await runServicesOn(join(folder, 'source'))
  await within(embedded('source'), fill)
  const port = await freePorts(5)
  const copy = startCopy({ dataDir: join(folder, 'source'), port, env: unhurried })
  after(() => copy.kill())
  await copy.ready
  const before = await eventually(async () => {
    const seen = await seenAt(copy.url.replace('127.0.0.1', 'localhost'))
    assert.ok(JSON.stringify(seen.found).includes(waitingPath), 'what waited in an outbox was told')
    return seen
  }, patiently)
  copy.child.kill('SIGTERM')
  await copy.ended

  await emptyEngines(engines)
  const { pending } = await exported(embedded('source'), 'archive')
  assert.deepEqual(pending, [])
  assertSame(await imported(real(), 'archive'))
  assert.equal((await imported(real(), 'archive')).outcome, 'done-before')

  const processes = await startProcesses({ engines, logDir: join(folder, 'log'), port, seed: false, env: unhurried })
  try {
    const now = await eventually(async () => {
      const seen = await seenAt(processes.urls.portal)
      assert.deepEqual(seen.found, before.found)
      return seen
    }, patiently)
    assert.deepEqual(Object.keys(now.pages), Object.keys(before.pages))
    for (const [path, page] of Object.entries(now.pages)) assert.equal(page, before.pages[path], path)
    assert.deepEqual(processes.logged('error', 'fatal'), [])
  } finally {
    await processes.stop()
  }
})

test('and back to embedded ones, after it has run there', { timeout: 120_000 }, async () => {
  const { pending } = await exported(real(), 'back')
  assert.deepEqual(pending, [])
  assertSame(await imported(embedded('back'), 'back'))
})

test('from real engines to real ones', { timeout: 60_000 }, async () => {
  await emptyEngines(engines)
  engines.S3_BUCKET = `moving-${randomUUID()}`
  assertSame(await imported(real(), 'back'))
})
