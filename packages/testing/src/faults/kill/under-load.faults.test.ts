import assert from 'node:assert/strict'
import { test } from 'node:test'
import { times } from '../times.ts'
import { killUnderLoad } from './under-load.ts'

const kills = times(12, 200)

test(`kill -9 at any moment while eight clients write, ${kills} times: nothing acknowledged is lost, nothing is doubled`, {
  timeout: 120_000 + kills * 15_000,
}, async (t) => {
  const { notes, deaths } = await killUnderLoad(kills)
  assert.ok(deaths >= kills)
  t.diagnostic(`${deaths} kills, ${notes} notes, 0 lost, every file whole`)
})

for (const variant of ['store-acknowledges-first', 'relay-clears-first'] as const)
  test(`found out: ${variant}`, { timeout: 120_000 }, async () => {
    await assert.rejects(killUnderLoad(3, { variant, within: 3_000 }), assert.AssertionError)
  })
