import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { forgeTokens } from '../../bad-input/tokens.ts'
import { startEmbedded } from '../../support/start-embedded.ts'
import { beginReading, type Reading } from './calm-reader.ts'
import { startCarelessServer } from './careless-server.ts'
import type { Target } from './connection.ts'
import { pipeline, playHostileRequests } from './hostile-requests.ts'
import { medianMemory } from './memory.ts'
import { request } from './request.ts'
import { clientsThatDoNotRead, silentClients, slowBodies, slowHeaders } from './slow-clients.ts'
import { flood } from './too-many.ts'

const long = process.env.PMQ_FAULTS === 'long'
/** Of the platform that is played on: small enough for ten times as many to be sent in seconds. */
const limits = { RATE_PAGES: 300, RATE_API_READS: 120, RATE_API_WRITES: 40, RATE_SIGN_IN: 30 }
Object.assign(process.env, limits)

const platform = await startEmbedded()
const careless = await startCarelessServer()
const { dataDir = '' } = platform
const { good: token } = await forgeTokens(platform)
let quiet: Reading

before(async () => {
  await beginReading(platform)().then(() => undefined) // the first look at each page is slower
  const stop = beginReading(platform)
  await during(5_000)
  quiet = await stop()
})
after(async () => {
  careless.close()
  const errors = await platform.logged('error', 'fatal')
  assert.equal(await platform.stop(), 0)
  assert.deepEqual(errors, [])
})

const during = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A process that has just begun takes what it needs; that is no growth. Waits until it has, or for `ms` at most. */
async function untilSettled(ms: number): Promise<void> {
  const until = performance.now() + ms
  await during(10_000)
  for (let last = await medianMemory(dataDir, 5_000); performance.now() < until; ) {
    const now = await medianMemory(dataDir, 5_000)
    if (now < 1.03 * last) return
    last = now
  }
}

/** Readers at an ordinary pace must not notice what others do to us. */
async function whileOthersRead<Result>(attack: () => Promise<Result>): Promise<Result> {
  const stop = beginReading(platform)
  try {
    return await attack()
  } finally {
    const reading = await stop()
    const bound = Math.max(1_000, 10 * quiet.p99)
    assert.deepEqual(reading.failed, [])
    assert.ok(
      reading.p99 <= bound,
      `p99 ${reading.p99} ms, ${quiet.p99} ms when it is quiet (${reading.requests} requests)`,
    )
  }
}

test('slow and silent clients are told 408 or let go, and the others are served', async (t) => {
  const clients = long ? 1_000 : 150
  const [headers, silent, bodies] = await whileOthersRead(async () => {
    const leave = clientsThatDoNotRead(platform, clients, '/plan-du-site')
    const found = await Promise.all([
      slowHeaders(platform, { clients, patienceMs: 20_000 }),
      silentClients(platform, { clients, patienceMs: 20_000 }),
      slowBodies(platform, { clients: 30, patienceMs: 40_000 }, token),
    ])
    leave()
    return found
  })
  t.diagnostic(JSON.stringify({ quiet: { p50: quiet.p50, p99: quiet.p99 }, headers, silent, bodies }))
  for (const { stillOpen } of [headers, silent, bodies]) assert.equal(stillOpen, 0)
  assert.deepEqual(headers.statuses, { 408: clients })
  assert.deepEqual(bodies.statuses, { 408: 30 })
})

test('bodies and headers that are too large, too deep or too many are refused at once, and cost no memory', async (t) => {
  const before = await medianMemory(dataDir, 1_000)
  const wrong = await whileOthersRead(() => playHostileRequests(platform, token))
  const grown = (await medianMemory(dataDir, 2_000)) / before - 1
  t.diagnostic(`memory ${Math.round(before)} MiB, ${(100 * grown).toFixed(1)} % more afterwards`)
  assert.deepEqual(wrong, [])
  assert.ok(grown < 0.5, `memory grew by ${Math.round(100 * grown)} %`)
})

test('a thousand requests on one connection before the first answer are answered', async () => {
  assert.equal(await whileOthersRead(() => pipeline(platform, 1_000, 30_000)), 1_000)
})

for (const [name, path, limit, method] of [
  ['pages', '/', limits.RATE_PAGES, 'GET'],
  ['reading the API', '/api/content/sites', limits.RATE_API_READS, 'GET'],
  ['writing', '/api/content/articles', limits.RATE_API_WRITES, 'POST'],
  ['signing in', '/auth/sign-in', limits.RATE_SIGN_IN, 'GET'],
] as const) {
  test(`ten times the rate of ${name}: what is too much gets 429 and when to come back, and the others are served`, async (t) => {
    const found = await whileOthersRead(() => flood(platform, path, 10 * limit, { method, from: '127.0.5.1' }))
    t.diagnostic(JSON.stringify({ ...found, other: found.other.length }))
    assert.deepEqual(found.other, [])
    // A minute may turn on the way, and gives some more.
    assert.ok(found.served >= limit * 0.9 && found.served <= 2 * limit, `${found.served} served, the limit is ${limit}`)
    assert.equal(found.refused, 10 * limit - found.served)
    assert.equal(found.withoutRetryAfter, 0)
  })
}

test('under lasting load with floods in it, memory does not grow', {
  timeout: long ? 40 * 60_000 : 300_000,
}, async (t) => {
  const warmUpMs = long ? 10 * 60_000 : 60_000
  const soakMs = long ? 30 * 60_000 : 30_000
  let over = false
  const load = async (worker: number) => {
    for (let index = 0; !over; index += 1) {
      const from = `127.0.${10 + worker}.${1 + (index % 250)}`
      if (index % 50 === 0) await pipeline(platform, 20, 5_000)
      else if (index % 10 === 0)
        await request(platform, '/api/content/articles', { method: 'POST', body: 'x'.repeat(2_000_000), from })
      else if (index % 7 === 0) await request(platform, `/recherche?q=${index}`, { from })
      else await request(platform, `/?p=${index % 500}`, { from })
    }
  }
  const grown = await whileOthersRead(async () => {
    const working = Promise.all(Array.from({ length: 3 }, (_, worker) => load(worker)))
    await untilSettled(warmUpMs)
    const before = await medianMemory(dataDir, soakMs / 3)
    await during(soakMs / 3)
    const after = await medianMemory(dataDir, soakMs / 3)
    over = true
    await working
    t.diagnostic(`${Math.round(before)} MiB, later ${Math.round(after)} MiB`)
    return after / before - 1
  })
  assert.ok(grown < 0.1, `memory grew by ${(100 * grown).toFixed(1)} %`)
})

test('a server without timeouts and limits is found out', async () => {
  const target: Target = careless
  const [headers, silent] = await Promise.all([
    slowHeaders(target, { clients: 5, patienceMs: 15_000 }),
    silentClients(target, { clients: 5, patienceMs: 15_000 }),
  ])
  assert.equal(headers.stillOpen, 5)
  assert.equal(silent.stillOpen, 5)
  const wrong = (await playHostileRequests(target, token)).join('\n')
  for (const name of ['a body over the limit', 'in chunks', 'a gzip bomb', 'a header of 20 kB', '300 headers'])
    assert.match(wrong, new RegExp(name))
  const found = await flood(target, '/', 300, { from: '127.0.5.2' })
  assert.equal(found.refused, 0)
})
