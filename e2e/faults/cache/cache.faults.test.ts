import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startEmbedded } from '../../support/start-embedded.ts'
import { carelessHabits, startCarelessCache } from './careless-cache.ts'
import { playCache } from './play-cache.ts'

const long = process.env.PMQ_FAULTS === 'long'
// Readers are many and come from one address: the limits have harnesses of their own.
for (const name of ['RATE_PAGES', 'RATE_API_READS', 'RATE_API_WRITES', 'RATE_SIGN_IN']) process.env[name] = '1000000000'

const platform = await startEmbedded()
after(async () => {
  const errors = await platform.logged('error', 'fatal')
  assert.equal(await platform.stop(), 0)
  assert.deepEqual(errors, [])
})

for (const seed of long ? Array.from({ length: 20 }, (_, index) => index + 1) : [1]) {
  test(`readers see nothing that is private, and for at most a second what was (random order ${seed})`, async (t) => {
    const played = await playCache(platform, { ms: long ? 60_000 : 20_000, atLeast: 400, seed })
    t.diagnostic(JSON.stringify(played))
    assert.deepEqual(played.wrong, [])
    assert.ok(played.staleP99 <= 1_000, `p99 ${played.staleP99} ms`)
    assert.ok(played.stalest <= 3_000, `${played.stalest} ms at most`)
    assert.ok(played.seen > 50 && played.hidden > 10, 'something was to be seen')
  })
}

for (const name of ['without purge', 'without the host', 'with cookies', 'with made-up names'] as const) {
  test(`a cache ${name} is found out`, async (t) => {
    const cache = await startCarelessCache(platform.port, carelessHabits[name])
    const played = await playCache(platform, { port: cache.port, ms: 4_000, atLeast: 400, seed: 7 })
    cache.close()
    t.diagnostic(JSON.stringify({ ...played, wrong: played.wrong.length }))
    const found = {
      'without purge': played.stalest > 3_000 || played.wrong.some((one) => one.includes('rendered anew')),
      'without the host': played.wrong.some((one) => one.includes('another site')),
      'with cookies': played.wrong.some((one) => one.includes('gives a cookie')),
      'with made-up names': played.wrong.some((one) => one.includes('made up')),
    }
    assert.ok(found[name], played.wrong.join('\n'))
  })
}
