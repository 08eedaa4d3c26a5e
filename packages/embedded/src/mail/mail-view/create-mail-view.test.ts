import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import express from 'express'
import type { Mailbox, StoredMail } from '../start-mail.ts'
import { createMailView } from './create-mail-view.ts'

const hostile = '<script>alert(1)</script>'

const aMail = (said: Partial<StoredMail> = {}): StoredMail => ({
  id: 'id-1',
  receivedAt: '2026-03-01T09:00:00.000Z',
  size: 2048,
  envelope: { from: 'lettre@exemple.test', to: ['a@exemple.test'] },
  subject: 'Réunion',
  from: { name: 'Le Pays', address: 'lettre@exemple.test' },
  to: [{ name: '', address: 'a@exemple.test' }],
  date: '2026-03-01T08:59:00.000Z',
  messageId: '<1@exemple.test>',
  headers: [{ name: 'x-a', value: 'b' }],
  text: 'Bonjour.',
  html: '<p>Bonjour. <img src="cid:logo@x"></p>',
  attachments: [
    { n: 0, filename: 'été.pdf', type: 'application/pdf', size: 3 },
    { n: 1, filename: 'logo.png', type: 'image/png', size: 3, contentId: 'logo@x' },
    { n: 2, filename: 'page.html', type: 'text/html', size: 3 },
  ],
  ...said,
})

/** The view over one message, on a server of its own. */
async function aView(t: TestContext, mail = aMail(), total = 1) {
  const asked: unknown[] = []
  let cleared = 0
  const mailbox: Mailbox = {
    async list(query) {
      asked.push(query)
      return { items: total > 0 ? [mail] : [], total }
    },
    get: async (id) => (id === mail.id ? mail : undefined),
    raw: async (id) => (id === mail.id ? Buffer.from('Subject: x\r\n\r\n') : undefined),
    async attachment(id, n) {
      const attachment = id === mail.id ? mail.attachments[n] : undefined
      return attachment && { ...attachment, content: Buffer.from('abc') }
    },
    async clear() {
      cleared += 1
    },
  }
  const server = express().use('/dev/mail', createMailView(mailbox)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const get = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${origin}/dev/mail${path}`, { redirect: 'manual', ...init })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  return { get, origin, asked, cleared: () => cleared }
}

test('the list is a table in French, searched by a form that works without scripts', async (t) => {
  const { get, asked } = await aView(t)
  const { status, text } = await get('/?q=réunion&to=a%40exemple.test')
  assert.equal(status, 200)
  assert.deepEqual(asked, [{ page: 1, perPage: 25, q: 'réunion', to: 'a@exemple.test' }])
  assert.match(text, /<html lang="fr">/)
  assert.match(text, /<form role="search"/)
  assert.match(text, /value="réunion"/)
  assert.match(text, /<a href="\/dev\/mail\/id-1">Réunion<\/a>/)
  assert.match(text, /1 mars 2026, 10:00:00/)
  assert.ok(!/<script/i.test(text))
})

test('a long list has pages, whatever the page asked for', async (t) => {
  const { get, asked } = await aView(t, aMail(), 60)
  const { text } = await get('/?page=2&q=a')
  assert.match(text, /href="\/dev\/mail\/\?q=a&amp;page=1" rel="prev"/)
  assert.match(text, /Page 2 sur 3/)
  assert.match(text, /href="\/dev\/mail\/\?q=a&amp;page=3" rel="next"/)
  for (const page of ['-1', '0', 'x', '1e99', '', '1&page=2']) assert.equal((await get(`/?page=${page}`)).status, 200)
  assert.ok(asked.every((query) => (query as { page: number }).page >= 1))
})

test('an empty mailbox says so, and offers nothing to empty', async (t) => {
  const { get } = await aView(t, aMail(), 0)
  const { text } = await get('/')
  assert.match(text, /La boîte est vide\./)
  assert.ok(!text.includes('Vider la boîte'))
})

test('nothing of a message can become markup of the page', async (t) => {
  const said = { subject: hostile, text: hostile, from: { name: hostile, address: hostile }, messageId: hostile }
  const headers = [{ name: hostile, value: hostile }]
  const attachments = [{ n: 0, filename: hostile, type: hostile, size: 1 }]
  const envelope = { from: hostile, to: [hostile] }
  const { get } = await aView(t, aMail({ ...said, headers, attachments, envelope }))
  for (const path of ['/', `/?q=${encodeURIComponent(hostile)}`, '/id-1']) {
    const { text, headers } = await get(path)
    assert.ok(!/<script/i.test(text), path)
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
  }
})

test('the layout of a message is shown in a frame that may do nothing, with its own pictures', async (t) => {
  const { get } = await aView(t)
  const page = await get('/id-1')
  assert.match(page.text, /<iframe src="\/dev\/mail\/id-1\/html" sandbox="allow-popups allow-popups-to-escape-sandbox"/)
  assert.match(page.text, /<pre>Bonjour\.<\/pre>/)
  const part = await get('/id-1/html')
  const policy = part.headers.get('content-security-policy') ?? ''
  assert.match(policy, /^sandbox /)
  assert.ok(!/allow-scripts|allow-same-origin|script-src/.test(policy))
  assert.match(policy, /default-src 'none'/)
  assert.match(part.text, /<img src="\/dev\/mail\/id-1\/attachments\/1">/)
})

test('an attachment is downloaded under its name; only pictures are shown', async (t) => {
  const { get } = await aView(t)
  const file = await get('/id-1/attachments/0')
  assert.match(file.headers.get('content-disposition') ?? '', /^attachment; .*%C3%A9t%C3%A9\.pdf/)
  assert.equal(file.headers.get('content-type'), 'application/octet-stream')
  assert.equal((await get('/id-1/attachments/1')).headers.get('content-type'), 'image/png')
  assert.equal((await get('/id-1/attachments/2')).headers.get('content-type'), 'application/octet-stream')
  assert.match((await get('/id-1/raw')).headers.get('content-disposition') ?? '', /id-1\.eml/)
})

test('what is not there is a page that says so', async (t) => {
  const { get } = await aView(t)
  for (const path of [
    '/none',
    '/none/html',
    '/none/raw',
    '/none/attachments/0',
    '/id-1/attachments/9',
    '/id-1/attachments/x',
  ]) {
    const { status, text } = await get(path)
    assert.equal(status, 404, path)
    assert.match(text, /Message introuvable/)
  }
})

test('only the page of the mailbox itself can empty it', async (t) => {
  const { get, origin, cleared } = await aView(t)
  const post = (headers: Record<string, string>) => get('/clear', { method: 'POST', headers })
  assert.equal((await post({})).status, 403)
  assert.equal((await post({ origin: 'http://evil.example' })).status, 403)
  assert.equal((await post({ origin: 'null' })).status, 403)
  assert.equal((await post({ origin, 'sec-fetch-site': 'cross-site' })).status, 403)
  assert.equal((await post({ origin: 'http://evil.example', 'sec-fetch-site': 'same-site' })).status, 403)
  assert.equal((await get('/clear')).status, 404)
  assert.equal(cleared(), 0)
  const emptied = await post({ origin })
  assert.equal(emptied.status, 303)
  assert.equal(emptied.headers.get('location'), '/dev/mail/')
  assert.equal((await post({ 'sec-fetch-site': 'same-origin' })).status, 303)
  assert.equal(cleared(), 2)
})
