import assert from 'node:assert/strict'
import test from 'node:test'
import { createRateLimiter } from './rate-limiter.ts'

function setUp() {
  let now = 1_000_000
  const limiter = createRateLimiter(() => now)
  return {
    wait(seconds: number) {
      now += seconds * 1_000
    },
    allowed: (count: number, key = 'a', limit = 10) =>
      Array.from({ length: count }, () => limiter.take(key, limit).allowed).filter(Boolean).length,
    take: (limit = 10) => limiter.take('a', limit),
  }
}

test('a client may make as many requests a minute as the limit says, and no more', () => {
  const { allowed, take } = setUp()
  assert.equal(take().remaining, 9)
  assert.equal(allowed(20), 9)
})

test('clients do not count for each other', () => {
  const { allowed } = setUp()
  allowed(20, 'a')
  assert.equal(allowed(20, 'b'), 10)
})

test('the turn of the minute does not double the limit', () => {
  const { allowed, wait } = setUp()
  wait(59)
  assert.equal(allowed(20), 10)
  wait(2)
  assert.equal(allowed(20), 0)
})

test('half a minute after a full one, half of the limit is free; after two minutes, all of it', () => {
  const { allowed, wait } = setUp()
  allowed(10)
  wait(90)
  assert.equal(allowed(20), 5)
  wait(120)
  assert.equal(allowed(20), 10)
})

test('who waits as long as told is allowed again, and not before', () => {
  for (const spentAt of [0, 20, 59]) {
    const { allowed, take, wait } = setUp()
    wait(spentAt)
    allowed(10)
    const { retryAfter } = take()
    assert.ok(retryAfter >= 1 && retryAfter <= 70, String(retryAfter))
    wait(retryAfter - 1.01)
    assert.equal(take().allowed, false)
    wait(1.01)
    assert.equal(take().allowed, true)
  }
})
