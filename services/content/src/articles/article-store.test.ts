import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { startDocuments } from '@pmq/embedded/documents'
import { openDatabase } from '@pmq/platform/documents'
import { silentLog } from '@pmq/platform/log'
import { anArticle, now } from '../testing/builders.ts'
import { headFields } from './article.ts'
import { createArticleStore } from './article-store.ts'

test('lists have what they show of an article; its text is not read', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'pmq-articles-'))
  const documents = await startDocuments({ dataDir, port: 0 })
  const options = { uri: documents.uri, name: 'content', source: '/test', clock: () => now, log: silentLog() }
  const database = await openDatabase(options)
  const articles = createArticleStore(database)
  const article = anArticle({ state: 'published', publishedAt: now })
  await articles.insert({ state: article })
  const head = Object.fromEntries(headFields.map((name) => [name, article[name]]))

  const { items, total } = await articles.news({ site: 'portal' })
  assert.deepEqual(items, [head])
  assert.equal(total, 1)
  assert.deepEqual(await articles.publicOf('portal'), [head])
  assert.deepEqual((await articles.publicAt('portal', article.path))?.body, article.body)

  await database.close()
  await documents.close()
  await rm(dataDir, { recursive: true, force: true })
})
