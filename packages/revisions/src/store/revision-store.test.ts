import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { startDocuments } from '@pmq/embedded/documents'
import {
  type Aggregate,
  type Collection,
  change,
  type Database,
  ensureIndexes,
  openDatabase,
} from '@pmq/platform/documents'
import { Refusal } from '@pmq/platform/errors'
import { silentLog } from '@pmq/platform/log'
import { emptyRichText, fromMarkdown, type RichText } from '@pmq/rich-text'
import type { Field } from '../differences/index.ts'
import { patchToRestore } from './patch-to-restore.ts'
import { createRevisionStore } from './revision-store.ts'

type Sheet = Aggregate & {
  title: string
  body: RichText
  tags: string[]
  state: string
  changedAt: Date
  changedBy: string
  comment: string
}

const fields: Field<'title' | 'body' | 'tags' | 'state'>[] = [
  { name: 'title', as: 'text' },
  { name: 'body', as: 'rich' },
  { name: 'tags', as: 'words' },
  { name: 'state', as: 'choice' },
]
const minute = (count: number) => new Date(Date.UTC(2026, 2, 1, 8, count))

let database: Database
let stop: () => Promise<void>

before(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'pmq-revisions-'))
  const documents = await startDocuments({ dataDir, port: 0 })
  const clock = () => minute(0)
  database = await openDatabase({ uri: documents.uri, name: 'sheets', source: '/test', clock, log: silentLog() })
  stop = async () => {
    await database.close()
    await documents.close()
    await rm(dataDir, { recursive: true, force: true })
  }
})
after(() => stop())

let opened = 0

/** Sheets and their history, in collections of their own; `between` stands between what is kept and the change itself. */
async function aHistory(between: () => Promise<void> = async () => undefined) {
  opened += 1
  const inner: Collection<Sheet> = database.collection<Sheet>(
    `sheets${opened}`,
    {
      title: { type: String, default: '' },
      body: { type: {}, required: true },
      tags: { type: [String], default: [] },
      state: { type: String, required: true },
      changedAt: { type: Date, required: true },
      changedBy: { type: String, default: '' },
      comment: { type: String, default: '' },
    },
    [{ fields: { changedAt: -1 } }],
  )
  const of: Collection<Sheet> = {
    ...inner,
    async commit(change, expected) {
      await between()
      return inner.commit(change, expected)
    },
    async remove(change, expected) {
      await between()
      return inner.remove(change, expected)
    },
  }
  const revisions = createRevisionStore(database, `sheet-revisions${opened}`, {
    of,
    fields,
    stamp: ({ changedAt, changedBy, comment }) => ({ at: changedAt, by: changedBy, comment }),
    changedAt: 'changedAt',
  })
  await ensureIndexes(database)
  const sheets = revisions.collection
  const draft = (id: string, given: Partial<Sheet> = {}) =>
    sheets.insert({
      state: {
        id,
        version: 0,
        title: 'Pont',
        body: emptyRichText,
        tags: [],
        state: 'draft',
        changedAt: minute(0),
        changedBy: 'Alix',
        comment: '',
        ...given,
      },
    })
  const edit = (sheet: Sheet, patch: Partial<Omit<Sheet, 'id' | 'version'>>) =>
    sheets.commit(change(sheet, patch), sheet.version)
  return { sheets, revisions, draft, edit }
}

test('every version is kept with who, when, why and what, newest first', async () => {
  const { revisions, draft, edit } = await aHistory()
  const first = await draft('a', { body: fromMarkdown('Un pont sur la rivière.') })
  const second = await edit(first, {
    body: fromMarkdown('Un vieux pont sur la rivière.'),
    changedAt: minute(1),
    changedBy: 'Camille',
    comment: 'Il est du XIIIe.',
  })
  await edit(second, { state: 'published', changedAt: minute(2), comment: '' })

  const { items, total } = await revisions.list('a', { page: 1, perPage: 10 })
  assert.equal(total, 3)
  assert.deepEqual(
    items.map(({ version, by, changed, words }) => ({ version, by, changed, words })),
    [
      { version: 3, by: 'Camille', changed: ['state'], words: { added: 0, removed: 0 } },
      { version: 2, by: 'Camille', changed: ['body'], words: { added: 1, removed: 0 } },
      { version: 1, by: 'Alix', changed: ['title', 'body', 'state'], words: { added: 6, removed: 0 } },
    ],
  )
  assert.deepEqual([items[1]?.at, items[1]?.comment], [minute(1), 'Il est du XIIIe.'])
})

test('a long history is read page by page, no version twice and none forgotten', async () => {
  const { revisions, draft, edit } = await aHistory()
  let sheet = await draft('a')
  for (let count = 1; count < 8; count += 1) sheet = await edit(sheet, { title: `Pont ${count}` })
  const versions: number[] = []
  for (let page = 1; page <= 4; page += 1) {
    const { items, total } = await revisions.list('a', { page, perPage: 3 })
    assert.equal(total, 8)
    versions.push(...items.map(({ version }) => version))
  }
  assert.deepEqual(versions, [8, 7, 6, 5, 4, 3, 2, 1])
})

test('any two versions are compared word by word, in either direction', async () => {
  const { revisions, draft, edit } = await aHistory()
  const first = await draft('a', { title: 'Le vieux pont' })
  await edit(await edit(first, { title: 'Le pont' }), { title: 'Le pont neuf', tags: ['eau'] })
  const forth = await revisions.difference('a', 1, 3)
  assert.deepEqual(
    forth?.fields.map(({ name }) => name),
    ['title', 'tags'],
  )
  assert.deepEqual(forth?.words, { added: 1, removed: 1 })
  const back = await revisions.difference('a', 3, 1)
  const [title] = back?.fields ?? []
  assert.ok(title?.as === 'text' && title.parts.some(({ kind, text }) => kind === 'added' && text.includes('vieux')))
  assert.equal(await revisions.difference('a', 1, 4), undefined)
  assert.equal(await revisions.difference('unknown', 1, 2), undefined)
})

test('restoring is one more change, with the old content; history stays as it was', async () => {
  const { revisions, draft, edit } = await aHistory()
  const first = await draft('a', { title: 'Le vieux pont', body: fromMarkdown('Ancien.') })
  const present = await edit(first, { title: 'Autre', body: fromMarkdown('Neuf.'), state: 'published' })
  const old = await revisions.get('a', 1)
  assert.ok(old)
  const patch = patchToRestore(
    present,
    old.snapshot,
    fields.filter(({ name }) => name !== 'state'),
  )
  const restored = await edit(present, { ...patch, changedBy: 'Noor', comment: 'Version 1 restaurée' })
  assert.deepEqual([restored.version, restored.title, restored.state], [3, 'Le vieux pont', 'published'])
  assert.deepEqual(restored.body, first.body)
  const { items } = await revisions.list('a', { page: 1, perPage: 10 })
  assert.deepEqual(
    items.map(({ version, by }) => [version, by]),
    [
      [3, 'Noor'],
      [2, 'Alix'],
      [1, 'Alix'],
    ],
  )
  assert.equal((await revisions.get('a', 2))?.snapshot.title, 'Autre')
})

test('to restore what is there already changes nothing', async () => {
  const { revisions, draft } = await aHistory()
  const sheet = await draft('a')
  const same = await revisions.get('a', 1)
  assert.deepEqual(patchToRestore(sheet, same?.snapshot ?? {}, fields), {})
})

test('a crash between what is kept and the change loses nothing and invents nothing', async () => {
  let crash = false
  const { revisions, sheets, draft, edit } = await aHistory(async () => {
    if (crash) throw new Error('killed')
  })
  const first = await draft('a', { title: 'Un' })
  crash = true
  await assert.rejects(edit(first, { title: 'Jamais écrit' }), /killed/)
  crash = false
  const afterCrash = await revisions.list('a', { page: 1, perPage: 10 })
  assert.deepEqual([afterCrash.total, afterCrash.items.map(({ version }) => version)], [1, [1]])

  await edit((await sheets.get('a')) ?? first, { title: 'Deux' })
  const { items, total } = await revisions.list('a', { page: 1, perPage: 10 })
  assert.deepEqual([total, items.map(({ version }) => version)], [2, [2, 1]])
  assert.equal((await revisions.get('a', 1))?.snapshot.title, 'Un')
})

test('when what would be replaced cannot be kept, the change is not made', async () => {
  const { revisions, sheets, draft } = await aHistory()
  const sheet = await draft('a')
  const history = database.connection.collection<{ _id: string }>(`sheet-revisions${opened}`)
  await history.insertOne({ _id: 'other', aggregate: 'a', revision: 1 } as never)
  await assert.rejects(sheets.commit(change(sheet, { title: 'Perdu' }), 1))
  assert.equal((await sheets.get('a'))?.title, 'Pont')
  assert.equal((await revisions.get('a', 1))?.snapshot.title, 'Pont')
})

test('of writers who start from the same version one wins, the others are refused, and every version is kept once', async () => {
  const { revisions, sheets, draft } = await aHistory()
  let sheet = await draft('a', { title: 'titre 1' })
  for (let round = 1; round <= 5; round += 1) {
    const stale = sheet
    const results = await Promise.allSettled(
      [1, 2, 3, 4].map((writer) =>
        sheets.commit(change(stale, { title: `titre ${round + 1} de ${writer}` }), stale.version),
      ),
    )
    const won = results.filter((result) => result.status === 'fulfilled')
    assert.equal(won.length, 1)
    for (const result of results)
      if (result.status === 'rejected') assert.ok(result.reason instanceof Refusal && result.reason.kind === 'stale')
    sheet = won[0]?.value ?? sheet
    assert.equal((await revisions.get('a', sheet.version))?.snapshot.title, sheet.title)
  }
  const { items } = await revisions.list('a', { page: 1, perPage: 10 })
  assert.deepEqual(
    items.map(({ version }) => version),
    [6, 5, 4, 3, 2, 1],
  )
  for (const version of [1, 2, 3, 4, 5])
    assert.match(String((await revisions.get('a', version))?.snapshot.title), new RegExp(`^titre ${version}`))
})

test('what is deleted can still be read, to its last version', async () => {
  const { revisions, sheets, draft, edit } = await aHistory()
  const sheet = await edit(await draft('a'), { title: 'Le dernier titre' })
  await sheets.remove(change(sheet, {}), sheet.version)
  assert.equal(await sheets.get('a'), undefined)
  const { items, total } = await revisions.list('a', { page: 1, perPage: 1 })
  assert.deepEqual([total, items[0]?.version], [2, 2])
  assert.equal((await revisions.get('a', 2))?.snapshot.title, 'Le dernier titre')
})

test('what changed since my last visit: which, from which version to which, by whom; not what I did alone', async () => {
  const { revisions, draft, edit } = await aHistory()
  const mine = await draft('mine', { changedBy: 'Noor' })
  await edit(mine, { title: 'À moi', changedAt: minute(30) })
  const shared = await edit(await draft('shared'), { title: 'Deux', changedAt: minute(5) })
  const later = await edit(shared, { title: 'Trois', changedAt: minute(20), changedBy: 'Camille' })
  await edit(later, { title: 'Quatre', changedAt: minute(25), changedBy: 'Noor' })
  await draft('new', { changedAt: minute(40) })
  await draft('old')

  const found = await revisions.changedSince(minute(10), { notBy: 'Noor' })
  assert.deepEqual(
    found.map(({ aggregate, from, to, changes }) => [aggregate, from, to, changes.map(({ by }) => by)]),
    [
      ['new', null, 1, ['Alix']],
      ['shared', 2, 4, ['Noor', 'Camille']],
    ],
  )
  const all = await revisions.changedSince(minute(10))
  assert.deepEqual(
    all.map(({ aggregate }) => aggregate),
    ['new', 'mine', 'shared'],
  )
})

test('what existed before its history was kept has one from its next change on', async () => {
  const { revisions, sheets, draft } = await aHistory()
  const sheet = await draft('a')
  const rows = database.connection.collection<{ _id: string }>(`sheets${opened}`)
  await rows.updateOne({ _id: 'a' }, { $set: { version: 7 } })
  await sheets.commit(change(sheet, { title: 'Huit' }), 7)
  const { items, total } = await revisions.list('a', { page: 1, perPage: 10 })
  assert.deepEqual([total, items.map(({ version }) => version)], [2, [8, 7]])
})
