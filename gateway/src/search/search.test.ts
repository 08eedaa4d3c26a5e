import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import {
  articleArchived,
  articlePublished,
  articleWithdrawn,
  type PublicDocument,
  sectionCreated,
} from '@pmq/contracts/content'
import type { SearchAnswer } from '@pmq/contracts/search'
import { startDocuments } from '@pmq/embedded/documents'
import { startEvents } from '@pmq/embedded/events'
import { startSearch } from '@pmq/embedded/search'
import type { Identity } from '@pmq/platform/auth'
import type { CloudEvent, EventType } from '@pmq/platform/events'
import { type ApiFetch, inProcessFetch } from '@pmq/platform/http'
import { silentLog } from '@pmq/platform/log'
import { createMetrics } from '@pmq/platform/metrics'
import { type RunningService, startService } from '@pmq/platform/service'
import { eventually } from '@pmq/testing/eventually'
import { search } from './service.ts'

const admin: Identity = { subject: 'a', name: 'Alix', username: 'admin', roles: ['admin'] }
let dataDir: string
let events: Awaited<ReturnType<typeof startEvents>>
let running: RunningService
let api: ApiFetch
let stop: () => Promise<void>

before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pmq-search-'))
  const documents = await startDocuments({ dataDir: join(dataDir, 'documents'), port: 0 })
  events = await startEvents({ dataDir: join(dataDir, 'events') })
  const engine = await startSearch({ dataDir: join(dataDir, 'search') })
  running = await startService(search, {
    documentsUri: documents.uri,
    bus: events.bus,
    search: engine.engine,
    metrics: createMetrics(),
    log: silentLog(),
    clock: () => new Date(),
    checkAnswers: true,
    verifier: { verify: async () => admin },
  })
  api = inProcessFetch(running.router)
  stop = async () => {
    await running.stop()
    await Promise.all([events.close(), engine.close(), documents.close()])
    await rm(dataDir, { recursive: true })
  }
})
after(() => stop())

const aDocument = (overrides: Partial<PublicDocument> = {}): PublicDocument => ({
  site: 'portal',
  path: '/habiter/x',
  kind: 'article',
  title: 'Rénover un lavoir',
  summary: 'À Caylus.',
  text: 'Les pierres du causse.',
  tags: ['eau'],
  section: { id: 'habiter', title: 'Habiter' },
  publishedAt: '2026-11-01T08:00:00Z',
  archived: false,
  ...overrides,
})
const anEvent = <Data>(
  type: EventType<string, Data>,
  subject: string,
  sequence: number,
  data: Data,
): CloudEvent<Data> => ({
  specversion: '1.0',
  id: randomUUID(),
  source: '/services/content',
  type: type.type,
  subject,
  time: new Date().toISOString(),
  sequence,
  datacontenttype: 'application/json',
  data,
})
const find = async (query: string) => (await (await api(`/?${query}`)).json()) as SearchAnswer

test('what is published is found, and what is withdrawn disappears', async () => {
  await events.bus.publish([anEvent(articlePublished, 'a1', 1, aDocument())])
  const [hit] = await eventually(async () => {
    const { items } = await find('q=lavoirs')
    return items.length === 1 && items
  })
  assert.equal(hit?.id, 'a1')
  assert.equal(hit?.section?.title, 'Habiter')
  assert.ok(hit?.highlights.title?.some(({ text, marked }) => marked && text === 'lavoir'))
  await events.bus.publish([anEvent(articleWithdrawn, 'a1', 2, { site: 'portal', path: '/habiter/x' })])
  await eventually(async () => (await find('q=lavoirs')).total === 0)
})

test('an event that comes late changes nothing', async () => {
  await events.bus.publish([
    anEvent(articleWithdrawn, 'late', 5, { site: 'portal', path: '/x' }),
    anEvent(articlePublished, 'late', 4, aDocument({ title: 'Revenant' })),
    anEvent(articlePublished, 'marker', 1, aDocument({ title: 'Balise' })),
  ])
  await eventually(async () => (await find('q=balise')).total === 1)
  assert.equal((await find('q=revenant')).total, 0)
})

test('a section and an article that share an id are both found', async () => {
  await events.bus.publish([
    anEvent(articlePublished, 'comprendre', 1, aDocument({ title: 'Comprendre la coopérative', kind: 'page' })),
    anEvent(
      sectionCreated,
      'comprendre',
      1,
      aDocument({ title: 'Comprendre', kind: 'section', section: null, publishedAt: null }),
    ),
  ])
  const answer = await eventually(async () => {
    const found = await find('q=comprendre')
    return found.total === 2 && found
  })
  assert.deepEqual(answer.items.map(({ id, kind }) => `${id} ${kind}`).sort(), [
    'comprendre page',
    'comprendre section',
  ])
  assert.deepEqual(answer.facets.kind.map(({ value, count }) => `${value} ${count}`).sort(), ['page 1', 'section 1'])
})

test('an archived article is still found, and marked', async () => {
  await events.bus.publish([
    anEvent(articleArchived, 'old', 1, aDocument({ title: 'Gazette ancienne', archived: true })),
  ])
  const [hit] = await eventually(async () => {
    const { items } = await find('q=gazette')
    return items.length === 1 && items
  })
  assert.equal(hit?.archived, true)
})

test('titles are proposed while one types', async () => {
  await events.bus.publish([
    anEvent(articlePublished, 'typed', 1, aDocument({ title: 'Économies d’énergie', path: '/energie/x' })),
  ])
  await eventually(async () => {
    const { items } = (await (await api('/suggestions?q=econ')).json()) as { items: { path: string }[] }
    return items.some(({ path }) => path === '/energie/x')
  })
})

test('the index built anew says the same, and searches never find it empty meanwhile', async () => {
  await events.bus.publish(
    Array.from({ length: 300 }, (_, n) =>
      anEvent(articlePublished, `many-${n}`, 1, aDocument({ title: `Fontaine ${n}` })),
    ),
  )
  const before = await eventually(async () => {
    const found = await find('q=fontaine')
    return found.total === 300 && found.total
  })
  let rebuilding = true
  const totals = new Set<number>()
  const watching = (async () => {
    while (rebuilding) totals.add((await find('q=fontaine&perPage=1')).total)
  })()
  const answer = await api('/rebuild', { method: 'POST', headers: { authorization: 'Bearer x' } })
  rebuilding = false
  await watching
  assert.equal(answer.status, 200)
  assert.deepEqual([...totals], [before])
  assert.equal((await find('q=lavoirs')).total, 0, 'what was withdrawn does not come back')
})

test('a search that a person cannot mean is refused in French, or finds nothing, and never fails', async () => {
  for (const query of [
    'q=%22%27*()%5B%5D%7B%7D~%5E',
    'q=AND%20OR%20NOT',
    'q=%F0%9F%8C%B3',
    'q=*',
    'kind=article&kind=page',
  ]) {
    assert.equal((await api(`/?${query}`)).status, 200, query)
  }
  for (const query of [`q=${'x'.repeat(201)}`, 'kind=secret', 'site=other', 'page=0', 'q[$ne]=x', 'perPage=1000']) {
    assert.equal((await api(`/?${query}`)).status, 422, query)
  }
})
