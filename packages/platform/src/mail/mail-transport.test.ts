import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { type TestContext, test } from 'node:test'
import { createMailTransport } from './index.ts'

/** A mail server that answers each command as told, and 250 otherwise. */
async function aServer(t: TestContext, answers: Record<string, string | ((line: string) => string)> = {}) {
  const sockets = new Set<Socket>()
  const commands: string[] = []
  const server = createServer(async (socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    let inData = false
    socket.write('220 test\r\n')
    for await (const line of createInterface({ input: socket })) {
      if (inData && line !== '.') continue
      const command: string = inData ? 'END' : (line.split(/[ :]/)[0] ?? '').toUpperCase()
      commands.push(inData ? 'END' : line)
      inData = command === 'DATA'
      const answer = answers[command] ?? (inData ? '354 go on' : '250 ok')
      const said = typeof answer === 'string' ? answer : answer(line)
      if (said === 'CUT') socket.destroy()
      else socket.write(`${said}\r\n`)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
  const transport = createMailTransport({ url, from: 'Essai <essai@exemple.fr>' })
  t.after(() => transport.close())
  return { transport, commands, url }
}

const aMail = { to: 'a@exemple.fr', subject: 'Bonjour', text: 'Bonjour.', messageId: '<1@exemple.fr>' }

test('a message taken by the server is sent, and says to whom', async (t) => {
  const { transport } = await aServer(t)
  const result = await transport.send(aMail)
  assert.deepEqual(result, { messageId: '<1@exemple.fr>', accepted: ['a@exemple.fr'], rejected: [] })
})

test('a message refused for good is told apart from one refused for now', async (t) => {
  const never = await aServer(t, { RCPT: '550 no such mailbox' })
  await assert.rejects(never.transport.send(aMail), { name: 'MailRefused', permanent: true })
  const spam = await aServer(t, { END: '554 content refused' })
  await assert.rejects(spam.transport.send(aMail), { name: 'MailRefused', permanent: true })
  const later = await aServer(t, { RCPT: '450 greylisted' })
  await assert.rejects(later.transport.send(aMail), { name: 'MailDeferred', permanent: false })
  const full = await aServer(t, { END: '452 disk full' })
  await assert.rejects(full.transport.send(aMail), { name: 'MailDeferred', permanent: false })
})

test('of several recipients, those taken and those not are told', async (t) => {
  const { transport } = await aServer(t, { RCPT: (line) => (line.includes('<b@') ? '550 no' : '250 ok') })
  const { accepted, rejected } = await transport.send({ ...aMail, to: ['a@exemple.fr', 'b@exemple.fr'] })
  assert.deepEqual([accepted, rejected], [['a@exemple.fr'], ['b@exemple.fr']])
  const mixed = await aServer(t, { RCPT: (line) => (line.includes('<b@') ? '550 no' : '450 later') })
  await assert.rejects(mixed.transport.send({ ...aMail, to: ['a@exemple.fr', 'b@exemple.fr'] }), {
    name: 'MailDeferred',
  })
})

test('a connection cut while a message is on its way is not tried again in silence', async (t) => {
  const { transport, commands } = await aServer(t, { END: 'CUT' })
  await assert.rejects(transport.send(aMail), { code: 'mail.unavailable', permanent: false })
  assert.equal(commands.filter((command) => command === 'END').length, 1)
})

test('a server that cannot be reached, or does not let us in, fails the check and not the message', async (t) => {
  const { transport } = await aServer(t)
  await transport.check()
  const nowhere = createMailTransport({ url: 'smtp://127.0.0.1:9', from: 'essai@exemple.fr' })
  t.after(() => nowhere.close())
  await assert.rejects(nowhere.check(), { code: 'mail.unavailable' })
  await assert.rejects(nowhere.send(aMail), { code: 'mail.unavailable', permanent: false })
  const locked = await aServer(t, { EHLO: '250-test\r\n250 AUTH PLAIN', AUTH: '535 wrong password' })
  const stranger = createMailTransport({ url: locked.url.replace('//', '//user:wrong@'), from: 'essai@exemple.fr' })
  t.after(() => stranger.close())
  await assert.rejects(stranger.send(aMail), { code: 'mail.unavailable', permanent: false })
})

test('closing lets the message on its way arrive', async (t) => {
  const { transport } = await aServer(t)
  const sending = transport.send(aMail)
  await transport.close()
  assert.deepEqual((await sending).accepted, ['a@exemple.fr'])
  await assert.rejects(transport.send(aMail), { code: 'mail.unavailable' })
})
