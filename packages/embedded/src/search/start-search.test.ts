import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { startSearch } from './index.ts'

type Cleaning = { after(clean: () => Promise<void>): void }
/** Started here, closed after the test even when it fails: a worker at work keeps the process alive. */
async function started(t: Cleaning, dataDir: string) {
  const search = await startSearch({ dataDir })
  t.after(search.close)
  return search
}
async function aFolder(t: Cleaning): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'search-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}
const lavoirs = {
  name: 'lavoirs',
  version: 1,
  fields: { title: { type: 'text', suggest: true }, kind: { type: 'keyword' } },
} as const

test('data of a newer version are refused, and so is a second copy', async (t) => {
  const dataDir = await aFolder(t)
  const { close } = await started(t, dataDir)
  await assert.rejects(startSearch({ dataDir }), { code: 'DATA_IN_USE' })
  await close()
  await writeFile(join(dataDir, 'format.json'), '{"engine":"search","format":99}')
  await assert.rejects(startSearch({ dataDir }), { code: 'DATA_TOO_NEW' })
})

test('an index is the same after a restart: documents, facts, suggestions, corrections and what was removed', async (t) => {
  const dataDir = await aFolder(t)
  const first = await started(t, dataDir)
  const before = await first.engine.index(lavoirs)
  await before.put([
    { id: 'a', version: 1, fields: { title: 'Lavoir de Bruniquel', kind: 'eau' } },
    { id: 'b', version: 1, fields: { title: 'Lavoir couvert', kind: 'eau' } },
  ])
  await before.remove('b', 2)
  await first.close()

  const { engine, close } = await started(t, dataDir)
  const index = await engine.index(lavoirs)
  await index.put([{ id: 'b', version: 1, fields: { title: 'Lavoir couvert' } }])
  const answer = await index.search({ text: 'lavior', facets: ['kind'], highlight: ['title'] })
  assert.deepEqual(
    answer.items.map(({ id }) => id),
    ['a'],
  )
  assert.equal(answer.corrected, 'lavoir')
  assert.deepEqual(answer.facets.kind, [{ value: 'eau', count: 1 }])
  assert.equal((await index.suggest('brun')).length, 1)
  await close()
})

test('a rebuild that a crash interrupted leaves nothing behind', async (t) => {
  const dataDir = await aFolder(t)
  const first = await started(t, dataDir)
  const before = await first.engine.index(lavoirs)
  await before.put([{ id: 'a', version: 1, fields: { title: 'Lavoir' } }])
  const cut = before.rebuild(async (fresh) => {
    await fresh.put([{ id: 'b', version: 1, fields: { title: 'Lavoir' } }])
    await first.close()
    await fresh.put([{ id: 'c', version: 1, fields: { title: 'Lavoir' } }])
  })
  await assert.rejects(cut)
  const { engine, close } = await started(t, dataDir)
  const index = await engine.index(lavoirs)
  assert.deepEqual(
    (await index.search({})).items.map(({ id }) => id),
    ['a'],
  )
  await index.rebuild((fresh) => fresh.put([{ id: 'd', version: 1, fields: { title: 'Lavoir' } }]))
  assert.deepEqual(
    (await index.search({ text: 'lavoir' })).items.map(({ id }) => id),
    ['d'],
  )
  await close()
})

test('documents of a large index that were stored long before are replaced and removed', async (t) => {
  const { engine } = await started(t, await aFolder(t))
  const index = await engine.index(lavoirs)
  const documents = (version: number, title: string) =>
    Array.from({ length: 300 }, (_, id) => ({ id: `d${id}`, version, fields: { title: `${title} ${id}` } }))
  await index.put(documents(1, 'Lavoir'))
  for (const document of documents(2, 'Fontaine').slice(0, 200)) await index.put([document])
  for (const { id } of documents(2, 'Fontaine').slice(200)) await index.remove(id, 2)
  assert.deepEqual(
    [(await index.search({ text: 'fontaine' })).total, (await index.search({ text: 'lavoir' })).total],
    [200, 0],
  )
  await index.rebuild((fresh) => fresh.put(documents(3, 'Moulin')))
  assert.equal((await index.search({ text: 'moulin' })).total, 300)
})

test('one rebuild at a time', async (t) => {
  const { engine, close } = await started(t, await aFolder(t))
  const index = await engine.index(lavoirs)
  await index.rebuild(async () =>
    assert.rejects(
      index.rebuild(async () => undefined),
      /already being rebuilt/,
    ),
  )
  await close()
})

test('a word of removed documents only is unknown again', async (t) => {
  const { engine, close } = await started(t, await aFolder(t))
  const index = await engine.index(lavoirs)
  await index.put([
    { id: 'a', version: 1, fields: { title: 'Moulon' } },
    { id: 'b', version: 1, fields: { title: 'Moulin' } },
  ])
  assert.equal((await index.search({ text: 'moulon' })).corrected, undefined)
  await index.remove('a', 2)
  const { items, corrected } = await index.search({ text: 'moulon' })
  assert.deepEqual([items.map(({ id }) => id), corrected], [['b'], 'moulin'])
  await close()
})
