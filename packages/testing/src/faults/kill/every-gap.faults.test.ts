import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findOut, type Gap, gapsOf, killInGaps } from './every-gap.ts'
import { createWorld } from './world.ts'

const all = process.env.PMQ_FAULTS === 'long'

/** One of each kind, or all. */
const chosen = (gaps: Gap[]): Gap[] =>
  all
    ? gaps
    : [...Map.groupBy(gaps, ({ label }) => label).values()].flatMap((same) => {
        const one = same[Math.floor(Math.random() * same.length)]
        return one ? [one] : []
      })

/** Every write on the way of a change, from the request to its last effect. */
const kinds = [
  'insert idempotency-keys',
  'insert notes',
  'update notes',
  'update idempotency-keys',
  'answer',
  'update notes (lease)',
  'publish',
  'published',
  'update notes (clear outbox)',
  'insert heard',
  'put in index',
  'remove from index',
  'insert inbox',
  'delivered to faults.tally',
  'delivered to faults.index',
  'insert dead-letters',
  'update dead-letters',
  'findAndModify leases',
  'update leases',
]

describe('kill -9 between any two writes', () => {
  for (const [alone, manner] of [
    [true, 'by a process that is alone and frees what it held'],
    [false, 'by a replica, when its leases have run out'],
  ] as const)
    test(`the work of a killed process is finished ${manner}`, { timeout: all ? 1_800_000 : 300_000 }, async (t) => {
      const world = await createWorld({ alone, variant: 'right' })
      try {
        const gaps = chosen(await gapsOf(world))
        const met = await killInGaps(world, gaps)
        const kills = [...met.values()].reduce((sum, count) => sum + count, 0)
        t.diagnostic(`${kills} kills in ${gaps.length} gaps of ${met.size} kinds`)
        assert.deepEqual(
          kinds.filter((label) => !gaps.some((gap) => gap.label === label)),
          [],
          'a kind was not tried',
        )
        assert.ok(kills >= gaps.length * 0.8, `only ${kills} of ${gaps.length} gaps were met`)
      } finally {
        await world.close()
      }
    })

  for (const [variant, label, said] of [
    ['relay-clears-first', 'publish after clearing', /heard out of order|lost|unfinished|dead letters/],
    ['inbox-records-first', 'insert heard', /heard out of order|lost/],
    ['inbox-never-records', 'published', /effects/],
    ['store-acknowledges-first', 'insert notes', /404|lost|actual/],
  ] as const)
    test(`found out: ${variant}`, { timeout: 60_000 }, async () => {
      assert.match((await findOut(variant, { label, occurrence: 1 })) ?? 'not noticed', said)
    })
})
