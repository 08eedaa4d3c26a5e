import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { inspect } from 'node:util'
import { ApiProblem } from '@pmq/contracts/client'
import { buildFronts } from './build-fronts.ts'
import { lastFirst } from './testing/last-first.ts'
import { freePorts, startCopy } from './testing/start-copy.ts'
import { create, type Known, publishAndEdit, signedIn } from './testing/writer.ts'

const rounds = 5
const readers = 14
const writers = 6
const places = ['/', '/recherche?q=energie', '/api/search?q=maison', '/api/content/sites/portal/tree', '/plan-du-site']

before(buildFronts)

test(`a stop under load, ${rounds} times: every request that was sent is answered`, { timeout: 150_000 }, async (t) => {
  const undo = lastFirst(t)
  const dataDir = await mkdtemp(join(tmpdir(), 'stop-under-load-'))
  undo(() => rm(dataDir, { recursive: true, force: true }))
  const port = await freePorts()
  const articles: Known[] = []
  let answered = 0
  for (let round = 1; round <= rounds; round += 1) {
    const copy = startCopy({ dataDir, port })
    undo(copy.kill)
    await copy.ready
    const call = await signedIn({ port, dataDir }, () => (answered += 1))
    const read = async (n: number) => {
      for (let turn = n; ; turn += 1) {
        const answer = await fetch(copy.url + places[turn % places.length])
        await answer.arrayBuffer()
        assert.ok(answer.status < 500, `${answer.status} ${answer.url}`)
        answered += 1
      }
    }
    const write = async (n: number) => {
      for (let number = 1; ; number += 1) {
        const known: Known = { key: `arret-${round}-${n}-${number}` }
        articles.push(known)
        await create(call, known)
        await publishAndEdit(call, known)
      }
    }
    const clients = [
      ...Array.from({ length: readers }, (_, n) => read(n)),
      ...Array.from({ length: writers }, (_, n) => write(n)),
    ].map((client) => client.catch((error: unknown) => error))
    const health = watchHealth(copy.url)
    await delay(300 + Math.random() * 400)
    const told = performance.now()
    copy.child.kill('SIGTERM')
    for (const error of await Promise.all(clients)) assert.ok(isRefusedConnection(error), inspect(error))
    assert.deepEqual(await copy.ended, { code: 0, signal: null }, copy.said())
    assert.ok(performance.now() - told < 10_000)
    const { status, at } = await health
    assert.ok(status === 503 && at - told < 1_000, `ready said ${status} after ${at - told} ms`)
  }

  const last = startCopy({ dataDir, port })
  undo(last.kill)
  await last.ready
  const call = await signedIn({ port, dataDir })
  for (const { key, article } of articles) {
    if (!article) continue
    const stored = await call('GET /api/content/articles/{id}', { path: { id: article.id } })
    assert.deepEqual(stored, article, key)
  }
  t.diagnostic(`${answered} requests answered, ${articles.length} articles begun`)
})

/** What ends a client: the platform no longer takes connections. Anything else is a request that was sent and lost. */
function isRefusedConnection(error: unknown): boolean {
  if (error instanceof ApiProblem || !(error instanceof Error)) return false
  const { code, errors = [] } = (error.cause ?? {}) as { code?: string; errors?: { code?: string }[] }
  return [code, ...errors.map((one) => one.code)].includes('ECONNREFUSED')
}

/** Asks on one connection that it keeps, as a load balancer does, until it hears something else than 200. */
async function watchHealth(url: string): Promise<{ status: number; at: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    for (;;) {
      const status = await new Promise<number>((resolve, reject) => {
        get(`${url}/health/ready`, { agent }, (answer) => {
          answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
        }).on('error', reject)
      })
      if (status !== 200) return { status, at: performance.now() }
      await delay(50)
    }
  } finally {
    agent.destroy()
  }
}
