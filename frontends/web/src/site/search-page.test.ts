import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asked, facetGroups } from './search-page.ts'

const values = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ value: `v${at}`, label: `V ${at}`, count: count - at }))
const to = (name: string, value: string | undefined) => `${name}=${value ?? ''}`
const groupsOf = (address: string, sections: ReturnType<typeof values>) =>
  facetGroups({ kind: values(1), site: [], section: sections }, asked(new URLSearchParams(address)), to)

test('a facet with one value narrows nothing and is not shown', () => {
  assert.deepEqual(
    groupsOf('q=eau', values(3)).map(({ title }) => title),
    ['Rubrique'],
  )
})

test('six values are shown, and a link to all of them', () => {
  const [first] = groupsOf('q=eau', values(9))
  assert.equal(first?.values.length, 6)
  assert.equal(first?.more, 'tout=section')
  const [all] = groupsOf('q=eau&tout=section', values(9))
  assert.equal(all?.values.length, 9)
  assert.equal(all?.more, undefined)
})

test('a chosen value can be taken back, even when it is rare or nothing has it any more', () => {
  const [rare] = groupsOf('q=eau&section=v8', values(9))
  assert.deepEqual(rare?.values[0], { label: 'V 8', count: 1, isChosen: true, href: 'section=' })
  const [gone] = groupsOf('q=eau&section=ancienne', [])
  assert.deepEqual(gone?.values, [{ label: 'ancienne', count: 0, isChosen: true, href: 'section=' }])
})
