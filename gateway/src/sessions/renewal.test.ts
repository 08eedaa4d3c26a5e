import assert from 'node:assert/strict'
import test from 'node:test'
import { ProviderRefused, ProviderUnavailable } from './provider-errors.ts'
import { createRenewal } from './renewal.ts'
import type { Tokens } from './session.ts'

const tokens: Tokens = { accessToken: 'a', accessEndsAt: 0, refreshToken: 'r2', idToken: undefined }

function setUp(answers: (() => Promise<Tokens>)[]) {
  let asked = 0
  let now = 0
  const renew = createRenewal(
    () => {
      asked += 1
      return (answers[asked - 1] ?? (async () => tokens))()
    },
    () => new Date(now),
  )
  const wait = (ms: number) => {
    now += ms
  }
  return { renew, asked: () => asked, wait }
}

test('requests that come at once share one renewal', async () => {
  const gate = Promise.withResolvers<Tokens>()
  const { renew, asked } = setUp([() => gate.promise])
  const all = Promise.all([renew('r1'), renew('r1'), renew('r1')])
  gate.resolve(tokens)
  assert.deepEqual(await all, [tokens, tokens, tokens])
  assert.equal(asked(), 1)
})

test('a request that comes with the old token within 30 seconds gets the result of before, later no more', async () => {
  const { renew, asked, wait } = setUp([])
  await renew('r1')
  wait(29_999)
  await renew('r1')
  assert.equal(asked(), 1)
  wait(1)
  await renew('r1')
  assert.equal(asked(), 2)
})

test('a refusal stays a refusal, an outage is tried again', async () => {
  const refused = setUp([() => Promise.reject(new ProviderRefused('invalid_grant'))])
  await assert.rejects(refused.renew('r1'), ProviderRefused)
  await assert.rejects(refused.renew('r1'), ProviderRefused)
  assert.equal(refused.asked(), 1)

  const down = setUp([() => Promise.reject(new ProviderUnavailable('down'))])
  await assert.rejects(down.renew('r1'), ProviderUnavailable)
  assert.equal(await down.renew('r1'), tokens)
})

test('two sessions are renewed apart', async () => {
  const { renew, asked } = setUp([])
  await Promise.all([renew('r1'), renew('r2')])
  assert.equal(asked(), 2)
})
