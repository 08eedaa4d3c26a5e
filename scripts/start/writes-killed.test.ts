import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, test } from 'node:test'
import type { ApiCall } from '@pmq/contracts/client'
import { eventually } from '@pmq/testing/eventually'
import { freePorts } from '@pmq/testing/free-ports'
import { buildFronts } from './build-fronts.ts'
import { lastFirst } from './testing/last-first.ts'
import { lookInside } from './testing/look-inside.ts'
import { startCopy } from './testing/start-copy.ts'
import { create, isUnheard, type Known, publishAndEdit, signedIn, writtenTag } from './testing/writer.ts'

/** More of them for an hour's run: PMQ_KILLS=100. */
const kills = Number(process.env.PMQ_KILLS ?? 8)
const writers = 6

before(buildFronts)

test(`kill -9 while ${writers} editors write, ${kills} times: what was acknowledged is there, once, as it was last acknowledged`, {
  timeout: 60_000 + kills * 15_000,
}, async (t) => {
  const undo = lastFirst(t)
  const dataDir = await mkdtemp(join(tmpdir(), 'writes-killed-'))
  undo(() => rm(dataDir, { recursive: true, force: true }))
  const port = await freePorts(5)
  const start = async () => {
    const copy = startCopy({ dataDir, port })
    undo(copy.kill)
    await copy.ready
    return copy
  }

  const articles: Known[] = []
  for (let kill = 1; kill <= kills; kill += 1) {
    const copy = await start()
    let left = 1 + Math.floor(Math.random() * 60)
    const call = await signedIn({ port, dataDir }, () => {
      left -= 1
      if (left === 0) void copy.kill()
    })
    await Promise.all(Array.from({ length: writers }, (_, n) => write(call, `essai-${kill}-${n}`, articles)))
    await copy.ended
  }

  await start()
  const call = await signedIn({ port, dataDir })
  await sendAgain(call, articles)
  const acknowledged = articles.filter(({ article }) => article)
  await assertThere(call, acknowledged)
  await assertFound(call, acknowledged)
  const inside = await lookInside(port)
  undo(inside.close)
  await eventually(async () => assert.equal(await inside.waiting(), 0))
  assert.equal(await inside.deadLetters(), 0)
  t.diagnostic(`${kills} kills, ${articles.length} articles begun`)
})

/** One editor: article after article, until the platform is gone. */
async function write(call: ApiCall, name: string, articles: Known[]): Promise<void> {
  try {
    for (let number = 1; ; number += 1) {
      const known: Known = { key: `${name}-${number}` }
      articles.push(known)
      await create(call, known)
      await publishAndEdit(call, known)
    }
  } catch (error) {
    if (!isUnheard(error)) throw error
  }
}

/** Every creation again, with its key: those that were heard give the same article, the others one. */
async function sendAgain(call: ApiCall, articles: Known[]): Promise<void> {
  for (const known of articles) {
    const again: Known = { key: known.key }
    await create(call, again)
    if (known.article) assert.equal(again.article?.id, known.article.id, known.key)
    else Object.assign(known, again)
  }
}

/** Each is there as it was last acknowledged, or as the one request would make it that nobody heard the end of. */
async function assertThere(call: ApiCall, articles: Known[]): Promise<void> {
  for (const { key, article, unheard } of articles) {
    assert.ok(article)
    const stored = await call('GET /api/content/articles/{id}', { path: { id: article.id } })
    if (stored.version > article.version) {
      assert.equal(stored.version, article.version + 1, key)
      assert.equal(stored.state, 'published', key)
      assert.equal(stored.title, unheard ?? article.title, key)
    } else assert.deepEqual(stored, { ...article, version: stored.version }, key)
    Object.assign(article, stored)
  }
  const { total } = await call('GET /api/content/articles', { query: { q: 'essai-' } })
  assert.equal(total, articles.length, 'none is doubled')
}

/** The search finds those that are public, each once, under its last title. */
async function assertFound(call: ApiCall, articles: Known[]): Promise<void> {
  const expected = articles.flatMap(({ article }) => (article?.state === 'published' ? [article] : []))
  const titles = (items: { id: string; title: string }[]) => items.map(({ id, title }) => `${id} ${title}`).sort()
  await eventually(
    async () => {
      const items: { id: string; title: string }[] = []
      for (let page = 1; page <= Math.ceil((expected.length + 1) / 50); page += 1)
        items.push(...(await call('GET /api/search', { query: { tag: [writtenTag], perPage: 50, page } })).items)
      assert.deepEqual(titles(items), titles(expected))
    },
    { every: 200 },
  )
}
