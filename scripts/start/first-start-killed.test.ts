import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { firstContents } from '@pmq/content/seed'
import { createApiClient } from '@pmq/contracts/client'
import { eventually } from '@pmq/testing/eventually'
import { freePorts } from '@pmq/testing/free-ports'
import { buildFronts } from './build-fronts.ts'
import { lastFirst } from './testing/last-first.ts'
import { lookInside } from './testing/look-inside.ts'
import { type Copy, startCopy } from './testing/start-copy.ts'

/** More of them for an hour's run: PMQ_KILLS=100. */
const kills = Number(process.env.PMQ_KILLS ?? 8)

before(buildFronts)

test(`a first start that is killed at any moment, ${kills} times, goes on where it was: all is there, nothing is doubled`, {
  timeout: 60_000 + kills * 15_000,
}, async (t) => {
  const undo = lastFirst(t)
  const port = await freePorts(5)
  const startIn = (dataDir: string) => {
    const copy = startCopy({ dataDir, port })
    undo(copy.kill)
    return copy
  }
  let [left, folders] = [kills, 0]
  while (left > 0) {
    const dataDir = await mkdtemp(join(tmpdir(), 'first-start-'))
    undo(() => rm(dataDir, { recursive: true, force: true }))
    folders += 1
    for (let got = 'nowhere'; left > 0 && got !== 'through'; left -= 1) {
      const copy = startIn(dataDir)
      await moment(copy, port)
      got = copy.said().includes('est prête') ? 'through' : 'on its way'
      await copy.kill()
    }
    const copy = startIn(dataDir)
    await copy.ready
    await assertComplete(copy.url, port)
    await copy.kill()
  }
  t.diagnostic(`${kills} kills, ${folders} first starts`)
})

/** Some moment of a start: anywhere, or (more often) after the first engine is up, when contents are written and announced. */
async function moment(copy: Copy, port: number): Promise<void> {
  const ended = copy.ended.then(({ code }) => assert.equal(code, null, copy.said()))
  if (Math.random() < 0.25) return void (await Promise.race([delay(Math.random() * 3_000), ended]))
  await Promise.race([eventually(() => answers(port + 4), { within: 20_000 }), ended])
  await Promise.race([delay(Math.random() * 2_000), ended])
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })

async function assertComplete(url: string, port: number): Promise<void> {
  const { sites, sections, epcis, communes, axes, chantiers, contents } = firstContents()
  const byId = ({ id }: { id: string }) => id
  const expected = {
    sites: sites.map(byId),
    sections: sections.map(byId),
    epcis: epcis.map(({ siren }) => siren),
    communes: communes.map(({ insee }) => insee),
    axes: axes.map(byId),
    chantiers: chantiers.map(byId),
    articles: contents.map(byId),
  }
  const inside = await lookInside(port)
  try {
    await eventually(async () => assert.equal(await inside.waiting(), 0, 'events wait in outboxes'))
    assert.equal(await inside.deadLetters(), 0)
    for (const [collection, ids] of Object.entries(expected))
      assert.deepEqual(await inside.ids(collection), ids.sort(), collection)
  } finally {
    await inside.close()
  }
  const inPublic = [...expected.sections, ...expected.communes, ...expected.chantiers, ...expected.articles]
  await eventually(async () => assert.deepEqual((await found(url)).sort(), inPublic.sort()), { every: 50 })
}

/** The ids of everything that a search for nothing in particular finds. */
async function found(url: string): Promise<string[]> {
  const call = createApiClient(fetch, url)
  const ids: string[] = []
  for (let page = 1; ; page += 1) {
    const { items, total } = await call('GET /api/search', { query: { perPage: 50, page } })
    ids.push(...items.map(({ id }) => id))
    if (ids.length >= total || items.length === 0) return ids
  }
}
