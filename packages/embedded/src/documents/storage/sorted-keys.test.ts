import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSortedKeys } from './sorted-keys.ts'

type Item = { age: number }
type Entry = [string, Item]

/** Numbers that look random and are the same each time. */
function createRandom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % below
  }
}

test('a sorted list gives what a plain sorted array gives, through thousands of changes', () => {
  const random = createRandom(7)
  const keys = createSortedKeys<Item>(({ age }) => age)
  let model: Entry[] = Array.from({ length: 2000 }, (_, age): Entry => [`k${random(300)}`, { age }])
  keys.load([...model])
  const order = (a: Entry, b: Entry) => (a[0] === b[0] ? a[1].age - b[1].age : a[0] < b[0] ? -1 : 1)

  for (let step = 0; step < 6000; step++) {
    const isRemoval = step > 3000 ? random(4) > 0 : random(3) === 0
    if (isRemoval && model.length > 0) {
      const [key, item] = model.splice(random(model.length), 1)[0] as Entry
      keys.remove(key, item)
    } else {
      const entry: Entry = [`k${random(300)}`, { age: 10_000 + step }]
      model.push(entry)
      keys.add(...entry)
    }
    if (step % 500 > 0) continue
    model = model.sort(order)
    const [a, b] = [`k${random(300)}`, `k${random(300)}`].sort() as [string, string]
    for (const range of [
      { from: '', to: '\uffff' },
      { from: a, to: b },
      { from: b, to: a },
    ]) {
      const expected = model.filter(([key]) => key >= range.from && key < range.to)
      assert.deepEqual([...keys.scan(range)], expected)
      assert.deepEqual([...keys.scan(range, true)], [...expected].reverse())
      assert.equal(keys.count(range), expected.length)
    }
  }
})
