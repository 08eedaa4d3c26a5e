import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { aMailbox, aMessage } from './test-mail.ts'

const subjects = ({ items }: { items: { subject: string }[] }) => items.map(({ subject }) => subject)

test('the newest message comes first, page by page', async (t) => {
  const { mailbox, send } = await aMailbox(t)
  for (const n of [1, 2, 3]) await send(aMessage(`m${n}`))
  const first = await mailbox.list({ perPage: 2 })
  assert.equal(first.total, 3)
  assert.deepEqual(subjects(first), ['m3', 'm2'])
  assert.deepEqual(subjects(await mailbox.list({ page: 2, perPage: 2 })), ['m1'])
  assert.deepEqual(subjects(await mailbox.list({ page: 3, perPage: 2 })), [])
})

test('messages are found by the recipient of the envelope, whole', async (t) => {
  const { mailbox, send } = await aMailbox(t)
  await send(aMessage('for two'), ['Un@exemple.test', 'deux@exemple.test'])
  await send(aMessage('for one'), ['un@exemple.test'])
  assert.deepEqual(subjects(await mailbox.list({ to: 'un@Exemple.test' })), ['for one', 'for two'])
  assert.deepEqual(subjects(await mailbox.list({ to: 'deux@exemple.test' })), ['for two'])
  assert.deepEqual(subjects(await mailbox.list({ to: 'exemple.test' })), [])
})

test('messages are found by their words, whatever their accents and capitals; signs mean nothing', async (t) => {
  const { mailbox, send } = await aMailbox(t)
  await send(aMessage('=?utf-8?Q?=C3=89glise?= ouverte', 'Visite à Nègrepelisse, 100 % gratuite.'))
  await send(aMessage('Autre', 'Rien.'))
  assert.deepEqual(subjects(await mailbox.list({ q: 'NEGREPELISSE eglise' })), ['Église ouverte'])
  assert.deepEqual(subjects(await mailbox.list({ q: '100 %' })), ['Église ouverte'])
  assert.deepEqual(subjects(await mailbox.list({ q: '_____' })), [])
  assert.equal((await mailbox.list({ q: 'exemple.test' })).total, 2)
  assert.equal((await mailbox.list({ q: '  ' })).total, 2)
})

test('a message keeps its source, byte for byte, and its attachments', async (t) => {
  const { mailbox, send } = await aMailbox(t)
  const source = [
    'From: a@exemple.test',
    'Subject: deux',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    '.une ligne à point',
    '--b',
    'Content-Type: application/pdf',
    'Content-Disposition: attachment; filename="a.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    'AAECAw==',
    '--b--',
    '',
  ].join('\r\n')
  await send(source)
  const [{ id } = { id: '' }] = (await mailbox.list()).items
  const raw = await mailbox.raw(id)
  assert.equal(Buffer.from(raw ?? []).toString(), `${source}\r\n`)
  const mail = await mailbox.get(id)
  assert.deepEqual(mail?.attachments, [{ n: 0, filename: 'a.pdf', type: 'application/pdf', size: 4 }])
  assert.deepEqual([...((await mailbox.attachment(id, 0))?.content ?? [])], [0, 1, 2, 3])
  assert.equal(await mailbox.attachment(id, 1), undefined)
})

test('a message that is hardly one is kept and shown all the same', async (t) => {
  const { mailbox, send } = await aMailbox(t)
  assert.match(await send('no header at all'), /^250 /)
  const nested = Array.from({ length: 300 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}`)
  assert.match(await send(`Subject: deep\n${nested.join('\n')}\n\nx`), /^250 /)
  const { items, total } = await mailbox.list()
  assert.equal(total, 2)
  const texts = await Promise.all(items.map(async ({ id }) => (await mailbox.get(id))?.text ?? ''))
  assert.ok(texts[0]?.startsWith('Subject: deep'))
})

test('an id that is not one finds nothing, and is never a path', async (t) => {
  const { mailbox } = await aMailbox(t)
  for (const id of ['', 'x', '../index.db', '../../etc/passwd']) {
    assert.equal(await mailbox.get(id), undefined)
    assert.equal(await mailbox.raw(id), undefined)
    assert.equal(await mailbox.attachment(id, 0), undefined)
  }
})

test('an emptied mailbox has nothing left, on the disk neither', async (t) => {
  const { mailbox, send, dataDir } = await aMailbox(t)
  await send(aMessage('x'))
  await mailbox.clear()
  assert.deepEqual(await mailbox.list(), { items: [], total: 0 })
  assert.deepEqual(await readdir(join(dataDir, 'messages')), [])
  await send(aMessage('y'))
  assert.deepEqual(subjects(await mailbox.list()), ['y'])
})
