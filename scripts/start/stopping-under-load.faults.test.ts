import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { assertGraceful, type Client, stopUnderLoad, times } from '@pmq/testing/faults'
import { freePorts } from '@pmq/testing/free-ports'
import { buildFronts } from './build-fronts.ts'
import { lastFirst } from './testing/last-first.ts'
import { startCopy } from './testing/start-copy.ts'
import { create, type Known, publishAndEdit, signedIn } from './testing/writer.ts'

const rounds = times(3, 20)
const writers = 6
const paths = ['/', '/recherche?q=energie', '/api/search?q=maison', '/api/content/sites/portal/tree', '/plan-du-site']

before(buildFronts)

test(`the platform told to stop under readers and editors, ${rounds} times: not one request fails, not one article is lost`, {
  timeout: 60_000 + rounds * 40_000,
}, async (t) => {
  const undo = lastFirst(t)
  const dataDir = await mkdtemp(join(tmpdir(), 'stop-under-load-'))
  undo(() => rm(dataDir, { recursive: true, force: true }))
  const port = await freePorts(5)
  const articles: Known[] = []
  let answered = 0
  let longest = 0
  for (let round = 1; round <= rounds; round += 1) {
    const copy = startCopy({ dataDir, port })
    undo(copy.kill)
    await copy.ready
    const call = await signedIn({ port, dataDir })
    const writer =
      (n: number): Client =>
      async (heard) => {
        for (let number = 1; ; number += 1) {
          const known: Known = { key: `arret-${round}-${n}-${number}` }
          articles.push(known)
          await create(call, known)
          await publishAndEdit(call, known)
          heard(200, known.key)
        }
      }
    const others = Array.from({ length: writers }, (_, n) => writer(n))
    const tell = () => void copy.child.kill('SIGTERM')
    const stopping = await stopUnderLoad({ url: copy.url, paths, others, tell, ended: copy.ended })
    assertGraceful(stopping)
    answered += stopping.answered
    longest = Math.max(longest, stopping.endedMs)
  }

  const last = startCopy({ dataDir, port })
  undo(last.kill)
  await last.ready
  const call = await signedIn({ port, dataDir })
  for (const { key, article } of articles) {
    if (!article) continue
    const stored = await call('GET /api/content/articles/{id}', { path: { id: article.id } })
    assert.deepEqual(stored, article, key)
  }
  t.diagnostic(
    `${rounds} stops, ${answered} answers, ${articles.length} articles begun, the longest stop took ${Math.round(longest)} ms`,
  )
})
