import assert from 'node:assert/strict'
import test from 'node:test'
import { createPurgeLog } from './purge-log.ts'

test('a render that began before a purge of one of its tags is stale, one that began after is not', () => {
  const purges = createPurgeLog()
  const before = purges.begin()
  purges.purge(['a'])
  const after = purges.begin()
  assert.equal(purges.isStale(before, ['b', 'a']), true)
  assert.equal(purges.isStale(before, ['b']), false)
  assert.equal(purges.isStale(after, ['a']), false)
})

test('a purge of everything makes every render of before stale, also pages without tags', () => {
  const purges = createPurgeLog()
  const before = purges.begin()
  purges.purgeEverything()
  assert.equal(purges.isStale(before, []), true)
  assert.equal(purges.isStale(purges.begin(), []), false)
})

test('purges are remembered only as long as an older render is under way', () => {
  const purges = createPurgeLog()
  purges.purge(['a'])
  assert.equal(purges.remembered, 0)
  const render = purges.begin()
  for (let i = 0; i < 5_000; i += 1) {
    const passing = purges.begin()
    purges.purge([`t${i}`])
    purges.end(passing)
  }
  assert.equal(purges.isStale(render, ['t0']), true)
  purges.end(render)
  assert.equal(purges.remembered, 0)
})
