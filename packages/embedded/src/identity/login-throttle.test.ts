import assert from 'node:assert/strict'
import test from 'node:test'
import { createLoginThrottle } from './login-throttle.ts'

function aThrottle(options: { tries?: number; size?: number } = {}) {
  let now = Date.parse('2026-11-20T10:00:00Z')
  const throttle = createLoginThrottle({ clock: () => new Date(now), tries: 3, ...options })
  return { throttle, later: (seconds: number) => (now += seconds * 1000) }
}

test('the tries allowed are counted when they begin', () => {
  const { throttle } = aThrottle()
  assert.deepEqual(
    [1, 2, 3].map(() => throttle.begin('a')),
    [0, 0, 0],
  )
  assert.equal(throttle.begin('a'), 300)
})

test('waiting is until the oldest try is five minutes old', () => {
  const { throttle, later } = aThrottle()
  throttle.begin('a')
  later(60)
  throttle.begin('a')
  throttle.begin('a')
  later(100)
  assert.equal(throttle.begin('a'), 140)
  later(140)
  assert.equal(throttle.begin('a'), 0)
})

test('a refused try does not make the waiting longer', () => {
  const { throttle, later } = aThrottle()
  for (let i = 0; i < 3; i++) throttle.begin('a')
  later(200)
  for (let i = 0; i < 50; i++) throttle.begin('a')
  assert.equal(throttle.begin('a'), 100)
})

test('one key does not hold back another', () => {
  const { throttle } = aThrottle()
  for (let i = 0; i < 4; i++) throttle.begin('a')
  assert.equal(throttle.begin('b'), 0)
})

test('the right password forgives the wrong ones', () => {
  const { throttle } = aThrottle()
  for (let i = 0; i < 3; i++) throttle.begin('a')
  throttle.succeeded('a')
  assert.equal(throttle.begin('a'), 0)
})

test('what is remembered is bounded: the oldest key is forgotten first', () => {
  const { throttle } = aThrottle({ tries: 1, size: 2 })
  for (const key of ['a', 'b', 'c']) throttle.begin(key)
  assert.ok(throttle.begin('c') > 0)
  assert.equal(throttle.begin('a'), 0)
})
