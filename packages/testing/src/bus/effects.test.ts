import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge } from './effects.ts'

const expected = { subjects: ['a', 'b'], each: 3 }
const whole = { subject: 'b', applied: [1, 2, 3] }

test('effects in order, each once, are without fault', () => {
  const verdict = judge([{ subject: 'a', applied: [1, 2, 3] }, whole], expected)
  assert.deepEqual(verdict, { lost: 0, doubled: 0, disordered: 0 })
})

test('an event that is lost, doubled or overtaken is seen', () => {
  const of = (...applied: number[]) => judge([{ subject: 'a', applied }, whole], expected)
  assert.deepEqual(of(1, 3), { lost: 1, doubled: 0, disordered: 0 })
  assert.deepEqual(of(1, 2, 2, 3, 1), { lost: 0, doubled: 2, disordered: 0 })
  assert.deepEqual(of(1, 3, 2), { lost: 0, doubled: 0, disordered: 1 })
  assert.deepEqual(judge([whole], expected), { lost: 3, doubled: 0, disordered: 0 })
})
