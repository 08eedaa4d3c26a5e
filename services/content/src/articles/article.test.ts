import assert from 'node:assert/strict'
import test from 'node:test'
import { Refusal } from '@pmq/platform/errors'
import { anArticle, anArticleInput, aPlace, now } from '../testing/builders.ts'
import {
  archiveArticle,
  deleteArticle,
  draftArticle,
  editArticle,
  publishArticle,
  relocateArticle,
  restoreArticle,
  withdrawArticle,
} from './article.ts'

const stamp = { now, by: 'Camille Démo', place: aPlace() }
const later = new Date('2026-11-22T08:00:00Z')
const refuses = (code: string, command: () => unknown) =>
  assert.throws(command, (error) => error instanceof Refusal && error.code === code)

test('a new article is a draft that nobody sees', () => {
  const { state, event } = draftArticle(anArticleInput(), { id: 'a', ...stamp })
  assert.equal(state.state, 'draft')
  assert.equal(state.publishedAt, null)
  assert.deepEqual(event, { type: 'content.article.drafted', data: { site: 'portal', path: stamp.place.path } })
})

test('publishing tells everything public of the article', () => {
  const { state, event } = publishArticle(anArticle(), stamp)
  assert.equal(state.state, 'published')
  assert.deepEqual(state.publishedAt, now)
  assert.equal(event?.type, 'content.article.published')
  const data = event?.data as { text: string; section: { title: string }; archived: boolean }
  assert.match(data.text, /conseiller vous reçoit/)
  assert.equal(data.section.title, 'Habiter')
  assert.equal(data.archived, false)
})

test('publishing at a later date schedules it, and shows nothing yet', () => {
  const { state, event } = publishArticle(anArticle(), { ...stamp, at: later })
  assert.equal(state.state, 'scheduled')
  assert.deepEqual(event, {
    type: 'content.article.scheduled',
    data: { site: 'portal', path: stamp.place.path, at: later.toISOString() },
  })
})

test('a scheduled article that comes due keeps the planned date', () => {
  const { state } = publishArticle(anArticle({ state: 'scheduled', publishedAt: now }), {
    ...stamp,
    now: later,
    at: now,
  })
  assert.equal(state.state, 'published')
  assert.deepEqual(state.publishedAt, now)
})

test('publishing a second time keeps the first date', () => {
  const { state } = publishArticle(anArticle({ state: 'published', publishedAt: now }), { ...stamp, now: later })
  assert.deepEqual(state.publishedAt, now)
})

test('an article cannot be withdrawn before it is published', () => {
  refuses('article.withdrawn-before-published', () =>
    publishArticle(anArticle(), { ...stamp, at: later, withdrawAt: now }),
  )
  refuses('article.withdrawn-before-published', () => publishArticle(anArticle(), { ...stamp, withdrawAt: now }))
})

test('a published article cannot be scheduled again without being withdrawn', () => {
  refuses('article.already-published', () =>
    publishArticle(anArticle({ state: 'published', publishedAt: now }), { ...stamp, at: later }),
  )
})

test('an archived article is restored before it is edited or published', () => {
  const archived = anArticle({ state: 'archived', publishedAt: now })
  refuses('article.archived', () => editArticle(archived, anArticleInput(), stamp))
  refuses('article.archived', () => publishArticle(archived, stamp))
  assert.equal(restoreArticle(archived, stamp).state.state, 'published')
})

test('editing a public article tells the public at once', () => {
  const { state, event } = editArticle(
    anArticle({ state: 'published', publishedAt: now }),
    anArticleInput({ title: 'Autre titre' }),
    stamp,
  )
  assert.equal(state.title, 'Autre titre')
  assert.equal(event?.type, 'content.article.revised')
})

test('editing a draft or a scheduled article shows nothing to the public', () => {
  assert.equal(editArticle(anArticle(), anArticleInput(), stamp).event?.type, 'content.article.drafted')
  assert.equal(
    editArticle(anArticle({ state: 'scheduled', publishedAt: later }), anArticleInput(), stamp).event?.type,
    'content.article.scheduled',
  )
})

test('a public article whose address changes keeps its old address as a way to it', () => {
  const article = anArticle({ state: 'published', publishedAt: now })
  const { state, event } = relocateArticle(article, aPlace({ path: '/se-loger/renover-une-maison-de-bourg' }))
  assert.equal(state.path, '/se-loger/renover-une-maison-de-bourg')
  assert.deepEqual(state.formerPaths, ['/habiter/renover-une-maison-de-bourg'])
  assert.equal(event?.type, 'content.article.relocated')
})

test('an article that comes back to an old address does not redirect to itself', () => {
  const away = anArticle({ state: 'published', publishedAt: now, path: '/b/x', formerPaths: ['/a/x'] })
  assert.deepEqual(relocateArticle(away, aPlace({ path: '/a/x' })).state.formerPaths, ['/b/x'])
})

test('a draft whose address changes leaves no trace of the old one', () => {
  assert.deepEqual(relocateArticle(anArticle(), aPlace({ path: '/b/x' })).state.formerPaths, [])
})

test('an article does not change site', () => {
  refuses('article.other-site', () => editArticle(anArticle(), anArticleInput({ site: 'scic' }), stamp))
})

test('withdrawing makes it a draft and forgets its dates', () => {
  const { state, event } = withdrawArticle(
    anArticle({ state: 'published', publishedAt: now, withdrawAt: later }),
    stamp,
  )
  assert.equal(state.state, 'draft')
  assert.equal(state.publishedAt, null)
  assert.equal(state.withdrawAt, null)
  assert.equal(event?.type, 'content.article.withdrawn')
  refuses('article.not-published', () => withdrawArticle(anArticle(), stamp))
})

test('only a published article goes to the archives, where it stays findable', () => {
  refuses('article.not-published', () => archiveArticle(anArticle(), stamp))
  const { event } = archiveArticle(anArticle({ state: 'published', publishedAt: now }), stamp)
  assert.equal(event?.type, 'content.article.archived')
  assert.equal((event?.data as { archived: boolean } | undefined)?.archived, true)
})

test('only a draft can be deleted', () => {
  for (const state of ['scheduled', 'published', 'archived'] as const)
    refuses('article.still-public', () => deleteArticle(anArticle({ state })))
  assert.equal(deleteArticle(anArticle()).event?.type, 'content.article.deleted')
})
