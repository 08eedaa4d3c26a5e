import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createKeptCopy, perKept } from './kept-copy.ts'

type Note = { id: string; version: number; words: string[] }

/** A database that counts how often it is read. */
function database(...stored: Note[]) {
  const asked = { versions: 0, all: 0 }
  const read = createKeptCopy<Note>({
    async versions() {
      asked.versions += 1
      return stored.map(({ id, version }) => ({ id, version }))
    },
    async all() {
      asked.all += 1
      return structuredClone(stored)
    },
  })
  return { stored, asked, read }
}
const note = (id: string, version = 1): Note => ({ id, version, words: [`${id}${version}`] })

test('what has not changed is read once, and is the same list', async () => {
  const { asked, read } = database(note('a'), note('b'))
  const first = await read()
  assert.equal(await read(), first)
  assert.deepEqual(asked, { versions: 1, all: 1 })
})

test('a document that another wrote, added or took away a moment ago is seen', async () => {
  const { stored, read } = database(note('a'), note('b'))
  await read()
  stored[1] = note('b', 2)
  assert.deepEqual((await read())[1]?.words, ['b2'])
  stored.push(note('c'))
  assert.equal((await read()).length, 3)
  stored.splice(0, 1)
  assert.deepEqual(
    (await read()).map(({ id }) => id),
    ['b', 'c'],
  )
  stored[0] = note('d')
  assert.deepEqual(
    (await read()).map(({ id }) => id),
    ['d', 'c'],
  )
})

test('nobody can change what is kept', async () => {
  const [kept] = await database(note('a')).read()
  assert.throws(() => kept?.words.push('b'), TypeError)
})

test('those who ask in one turn share a look; whoever asks later sees what was written since', async () => {
  const { stored, asked, read } = database(note('a'))
  await read()
  const [first, second] = [read(), read()]
  assert.equal(await first, await second)
  assert.equal(asked.versions, 1)
  const under = read()
  await new Promise(setImmediate)
  stored[0] = note('a', 2)
  assert.equal((await read())[0]?.version, 2)
  await under
})

test('a look that fails is told to those who asked for it, and the next succeeds', async () => {
  let isDown = true
  const read = createKeptCopy<Note>({
    versions: async () => [note('a')],
    async all() {
      if (isDown) throw new Error('no database')
      return [note('a')]
    },
  })
  const waiting = [read(), read()]
  for (const each of waiting) await assert.rejects(each, /no database/)
  isDown = false
  assert.equal((await read()).length, 1)
})

test('what is computed from what is kept is computed once, until it changes', async () => {
  const { stored, read } = database(note('a'))
  const wordsOf = perKept((notes: readonly Note[]) => ({ words: notes.flatMap(({ words }) => words) }))
  const first = wordsOf(await read())
  assert.equal(wordsOf(await read()), first)
  stored[0] = note('a', 2)
  assert.deepEqual(wordsOf(await read()), { words: ['a2'] })
  const mine = [note('b')]
  assert.notEqual(wordsOf(mine), wordsOf(mine))
})
