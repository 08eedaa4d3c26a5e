import { mkdtemp, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestContext } from 'node:test'
import { type MailOptions, startMail } from './index.ts'

// For the tests of this folder only.
export async function aDataFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mail-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A mailbox, closed after the test. */
export async function aMailbox(t: TestContext, options: Partial<MailOptions> = {}) {
  const dataDir = options.dataDir ?? (await aDataFolder(t))
  const mail = await startMail({ dataDir, port: 0, ...options })
  t.after(() => mail.close())
  return { ...mail, dataDir, send: (message: string, to?: string[]) => sendRaw(mail.smtpUrl, message, to) }
}

/** A conversation in SMTP, line by line, for what a mail library would not say. */
export async function openSmtp(smtpUrl: string): Promise<{ socket: Socket; say(line: string): Promise<string> }> {
  const socket = connect(Number(new URL(smtpUrl).port), '127.0.0.1')
  socket.on('error', () => undefined)
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]()
  const answer = async () => {
    for (;;) {
      const { value, done } = await lines.next()
      if (done) throw new Error('The server closed the connection.')
      if (/^\d{3} /.test(value)) return value // the last line of an answer
    }
  }
  await answer()
  const say = (line: string) => {
    socket.write(`${line}\r\n`)
    return answer()
  }
  await say('EHLO test')
  return { socket, say }
}

/** Sends a message as it is written; answers what the server said last. */
export async function sendRaw(smtpUrl: string, message: string, to = ['a@exemple.test']): Promise<string> {
  const { socket, say } = await openSmtp(smtpUrl)
  try {
    await say('MAIL FROM:<lettre@exemple.test>')
    for (const address of to) await say(`RCPT TO:<${address}>`)
    await say('DATA')
    return await say(`${message.replaceAll(/\r?\n/g, '\r\n').replaceAll(/^\./gm, '..')}\r\n.`)
  } finally {
    socket.destroy()
  }
}

export const aMessage = (subject: string, text = 'Bonjour.') =>
  `From: Le Pays <lettre@exemple.test>\nTo: <a@exemple.test>\nSubject: ${subject}\nContent-Type: text/plain; charset=utf-8\n\n${text}`
