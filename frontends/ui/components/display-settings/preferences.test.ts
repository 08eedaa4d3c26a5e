import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { firstPaint } from './first-paint.ts'
import { choices, createPreferences, textStep } from './preferences.ts'

function memory(start: Record<string, string> = {}) {
  const values = new Map(Object.entries(start))
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  }
}

/** What the page's attributes are after the script of the head has run. */
function painted(localStorage: unknown) {
  const dataset: Record<string, string> = {}
  runInNewContext(firstPaint, { localStorage, document: { documentElement: { dataset } } })
  return dataset
}

test('what is chosen is told to the page, and painted at once on the next one', () => {
  const [kept, told] = [memory(), {} as Record<string, string>]
  const preferences = createPreferences(kept, told)
  for (const [name, values] of Object.entries(choices) as [keyof typeof choices, readonly string[]][])
    for (const value of values) {
      preferences.set(name, value)
      assert.equal(preferences.get(name), value)
      assert.deepEqual(painted(kept), told, `${name} ${value}`)
    }
})

test('the usual look keeps nothing', () => {
  const kept = memory({ 'pmq-theme': 'dark' })
  createPreferences(kept, { theme: 'dark' }).set('theme', '')
  assert.equal(kept.values.size, 0)
})

test('a strange value is not taken, neither from a caller nor from the storage', () => {
  const told = {}
  createPreferences(memory(), told).set('theme', 'mauve')
  assert.deepEqual(told, {})
  assert.deepEqual(painted(memory({ 'pmq-theme': 'mauve', 'pmq-text': '9' })), {})
})

test('a storage that refuses leaves the choice for this page', () => {
  const refusing = { ...memory(), setItem: () => { throw new Error('full') } } // biome-ignore format: one thought
  const told: Record<string, string> = {}
  createPreferences(refusing, told).set('text', '2')
  assert.deepEqual(told, { text: '2' })
  assert.deepEqual(painted(undefined), {})
})

test('the text grows and shrinks step by step, and the ends hold', () => {
  assert.deepEqual([textStep('', 1), textStep('1', 1), textStep('2', 1)], ['1', '2', '2'])
  assert.deepEqual([textStep('', -1), textStep('-1', -1)], ['-1', '-1'])
})
