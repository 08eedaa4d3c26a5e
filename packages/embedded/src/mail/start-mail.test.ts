import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { startMail } from './index.ts'
import { aDataFolder, aMailbox, aMessage, openSmtp } from './test-mail.ts'

test('messages are there again after a restart', async (t) => {
  const dataDir = await aDataFolder(t)
  const first = await aMailbox(t, { dataDir })
  await first.send(aMessage('Bonjour'))
  await first.close()
  const { mailbox } = await aMailbox(t, { dataDir })
  const { items, total } = await mailbox.list()
  assert.equal(total, 1)
  assert.equal(items[0]?.subject, 'Bonjour')
  assert.equal((await mailbox.get(items[0]?.id ?? ''))?.text.trim(), 'Bonjour.')
})

test('a message that breaks off is not kept', async (t) => {
  const { smtpUrl, mailbox, dataDir, send } = await aMailbox(t)
  const { socket, say } = await openSmtp(smtpUrl)
  await say('MAIL FROM:<a@exemple.test>')
  await say('RCPT TO:<b@exemple.test>')
  await say('DATA')
  socket.write('Subject: half\r\n\r\nhalf a mess')
  socket.destroy()
  await once(socket, 'close')
  await send(aMessage('whole'))
  assert.deepEqual(
    (await mailbox.list()).items.map(({ subject }) => subject),
    ['whole'],
  )
  assert.deepEqual(await readdir(join(dataDir, 'incoming')), [])
})

test('a message over 25 MB is refused for good, announced or not, and the connection goes on', async (t) => {
  const { smtpUrl, mailbox } = await aMailbox(t)
  const { socket, say } = await openSmtp(smtpUrl)
  assert.match(await say(`MAIL FROM:<a@exemple.test> SIZE=${26 * 1024 ** 2}`), /^552 /)
  await say('MAIL FROM:<a@exemple.test>')
  await say('RCPT TO:<b@exemple.test>')
  await say('DATA')
  for (let n = 0; n < 26; n += 1) {
    if (!socket.write(`${'x'.repeat(998)}\r\n`.repeat(1049))) await once(socket, 'drain')
  }
  assert.match(await say('\r\n.'), /^552 /)
  assert.match(await say('NOOP'), /^250 /)
  socket.destroy()
  assert.equal((await mailbox.list()).total, 0)
})

test('the 501st recipient is refused', async (t) => {
  const { smtpUrl } = await aMailbox(t)
  const { socket, say } = await openSmtp(smtpUrl)
  await say('MAIL FROM:<a@exemple.test>')
  for (let n = 0; n < 500; n += 1) assert.match(await say(`RCPT TO:<b${n}@exemple.test>`), /^250 /)
  assert.match(await say('RCPT TO:<b500@exemple.test>'), /^452 /)
  socket.destroy()
})

test('what the mailbox does not do, it refuses', async (t) => {
  const { smtpUrl } = await aMailbox(t)
  const { socket, say } = await openSmtp(smtpUrl)
  for (const command of ['AUTH PLAIN AGEAYg==', 'STARTTLS', 'ETRN x'])
    assert.match(await say(command), /^50\d /, command)
  socket.destroy()
})

test('only this machine can reach the mailbox', async (t) => {
  const { smtpUrl } = await aMailbox(t)
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((face) => face?.family === 'IPv4' && !face.internal)
  if (!outside) return t.skip('this machine has no other address')
  const socket = connect(Number(new URL(smtpUrl).port), outside.address)
  const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException]
  assert.equal(error.code, 'ECONNREFUSED')
})

test('a disk without room makes the sender try later, and keeps nothing half', async (t) => {
  const { mailbox, dataDir, send } = await aMailbox(t, { minFreeBytes: Number.MAX_SAFE_INTEGER })
  assert.match(await send(aMessage('x')), /^452 /)
  assert.equal((await mailbox.list()).total, 0)
  assert.deepEqual(await readdir(join(dataDir, 'messages')), [])
})

test('a start that cannot be is told by its code', async (t) => {
  const { dataDir, smtpUrl } = await aMailbox(t)
  await assert.rejects(startMail({ dataDir, port: 0 }), { code: 'DATA_IN_USE' })
  const other = await aDataFolder(t)
  const port = Number(new URL(smtpUrl).port)
  await assert.rejects(startMail({ dataDir: other, port }), { code: 'EADDRINUSE' })
  const newer = await aDataFolder(t)
  await writeFile(join(newer, 'format.json'), '{"engine":"mail","format":2}')
  await assert.rejects(startMail({ dataDir: newer, port: 0 }), { code: 'DATA_TOO_NEW' })
})
