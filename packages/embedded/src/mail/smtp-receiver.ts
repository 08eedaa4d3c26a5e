import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Envelope } from './message-store.ts'

const largestMessage = 25 * 1024 ** 2 // bytes
const mostRecipients = 500

/**
 * The SMTP server: no authentication, no TLS, since only this machine can reach it. A message is answered 250 only when
 * `keep` has resolved.
 */
export function createSmtpReceiver(
  keep: (raw: Buffer, envelope: Envelope) => Promise<string>,
  report: (error: unknown) => void,
): SMTPServer {
  async function receive(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<string> {
    const chunks: Buffer[] = []
    for await (const chunk of stream) {
      // Read to its end, so that the answer can be sent, but not kept.
      if (stream.sizeExceeded) chunks.length = 0
      else chunks.push(chunk as Buffer)
    }
    if (stream.sizeExceeded) throw refusal(552, `A message has at most ${largestMessage} bytes.`)
    const from = envelope.mailFrom ? envelope.mailFrom.address : ''
    return keep(Buffer.concat(chunks), { from, to: envelope.rcptTo.map(({ address }) => address) })
  }

  const server = new SMTPServer({
    name: 'localhost',
    banner: 'Boite locale du Pays Midi-Quercy', // a greeting is ASCII
    size: largestMessage,
    maxRecipients: mostRecipients,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 3_000,
    logger: false,
    onData(stream, session, done) {
      receive(stream, session).then(
        (id) => done(null, `kept as ${id}`),
        (error: unknown) => done(answerTo(error)),
      )
    },
  })
  server.on('error', report)
  return server

  function answerTo(error: unknown): Error {
    const { code, errcode, responseCode } = error as { code?: string; errcode?: number; responseCode?: number }
    if (responseCode !== undefined && error instanceof Error) return error
    if (code === 'ECONNECTION' || code === 'ERR_STREAM_PREMATURE_CLOSE') return refusal(451, 'The message broke off.')
    const isFull = code === 'ENOSPC' || code === 'EDQUOT' || errcode === 13 // SQLITE_FULL
    if (isFull) return refusal(452, 'The disk is full: try again later.')
    report(error)
    return refusal(451, 'The mailbox met an unexpected error: try again later.')
  }
}

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })
