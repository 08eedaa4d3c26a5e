import assert from 'node:assert/strict'
import { test } from 'node:test'
import { together } from './together.ts'

test('what is asked for in one turn goes together, and later asking by itself', async () => {
  const asked: number[][] = []
  const sum = together(async (items: number[]) => {
    asked.push(items)
    return items.reduce((one, other) => one + other, 0)
  })
  assert.deepEqual(await Promise.all([sum(1), sum(2), sum(3)]), [6, 6, 6])
  assert.equal(await sum(4), 4)
  assert.deepEqual(asked, [[1, 2, 3], [4]])
})

test('a failure is told to everybody who asked, and to nobody after', async () => {
  let fails = true
  const ask = together(async (_items: number[]) => {
    if (fails) throw new Error('away')
    return 'here'
  })
  const both = await Promise.allSettled([ask(1), ask(2)])
  assert.deepEqual(
    both.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  fails = false
  assert.equal(await ask(3), 'here')
})
