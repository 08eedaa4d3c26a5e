import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { assertWhole, killWhileWriting } from '../crash-testing/index.ts'
import { startSearch } from './index.ts'

async function lostAfterKills(t: TestContext, manner: string, kills: number) {
  const dataDir = await mkdtemp(join(tmpdir(), 'search-crash-'))
  t.after(() => rm(dataDir, { recursive: true, force: true }))
  const program = fileURLToPath(import.meta.resolve('./crash-writer.ts'))
  const argumentsOf = (life: number) => [dataDir, String(life * 100_000), manner]
  const acknowledged = await killWhileWriting(program, argumentsOf, { kills, most: 200 })
  const { engine, close } = await startSearch({ dataDir })
  const index = await engine.index({ name: 'crash', version: 1, fields: { title: { type: 'text' } } })
  const kept = new Set<string>()
  for (let page = 1; ; page++) {
    const { items } = await index.search({ text: 'moulins', page, perPage: 100 })
    for (const { id } of items) kept.add(id)
    if (items.length === 0) break
  }
  await close()
  assertWhole(dataDir)
  return { acknowledged: acknowledged.size, lost: acknowledged.difference(kept).size }
}

test('kill -9, five times while indexing: nothing acknowledged is lost', { timeout: 60_000 }, async (t) => {
  const { acknowledged, lost } = await lostAfterKills(t, '', 5)
  t.diagnostic(`${acknowledged} acknowledged documents, ${lost} lost`)
  assert.equal(lost, 0)
})

test('a writer told before the commit is found out by the same test', { timeout: 60_000 }, async (t) => {
  assert.ok((await lostAfterKills(t, 'careless', 3)).lost > 0)
})
