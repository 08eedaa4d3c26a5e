import { createTransport } from 'nodemailer'
import { checkHeaders, checkLine, checkMessageId, type Mail, parsePerson, personOf, recipientsOf } from './mail.ts'
import { MailServerUnavailable, mailErrorOf } from './mail-errors.ts'
import { smtpOptions } from './smtp-options.ts'

export type MailTransportConfig = {
  /** `SMTP_URL`; see `smtpOptions` for the TLS rules. */
  url: string
  /** `Name <address>`, or an address. */
  from: string
  /** How many connections are open at most; 5 by default. */
  connections?: number
}

/** The addresses that the server took, and those that it did not take of a message sent to several. */
export type MailResult = { messageId: string; accepted: string[]; rejected: string[] }

export type MailTransport = {
  /**
   * Gives a message to the mail server. When this resolves, the server has taken it over for the accepted recipients.
   * It is tried once: trying again is for the caller, who alone knows what was sent already.
   * @throws InvalidMail, MailRefused (permanent), MailDeferred, MailServerUnavailable (try later)
   */
  send(mail: Mail): Promise<MailResult>
  /** Rejects with MailServerUnavailable when the server does not answer or does not let us in. */
  check(): Promise<void>
  /** Lets messages on their way finish, for 10 seconds, and closes the connections. */
  close(): Promise<void>
}

const seconds = 1000 // milliseconds
const patience = 10 * seconds

/** Opens a pool of connections to a mail server, by nodemailer. Nothing is asked of the server yet. */
export function createMailTransport({ url, from, connections = 5 }: MailTransportConfig): MailTransport {
  const sender = parsePerson(from)
  const pool = createTransport({
    ...smtpOptions(url),
    pool: true,
    maxConnections: connections,
    maxMessages: 500,
    // A connection that breaks while a message is on its way may have delivered it: no silent second try.
    maxRequeues: 0,
    dnsTimeout: 5 * seconds,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: 60 * seconds,
    // Content comes as bytes, never as a path or an address that somebody could choose.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const underway = new Set<Promise<unknown>>()

  async function send(mail: Mail): Promise<MailResult> {
    const messageId = checkMessageId(mail.messageId)
    const message = {
      from: sender,
      to: recipientsOf(mail.to),
      subject: checkLine('The subject', mail.subject),
      text: mail.text,
      messageId,
      headers: checkHeaders(mail.headers ?? {}),
      ...(mail.html === undefined ? {} : { html: mail.html }),
      ...(mail.replyTo === undefined ? {} : { replyTo: personOf(mail.replyTo) }),
      attachments: (mail.attachments ?? []).map(({ filename, type, content }) => ({
        filename: checkLine('A file name', filename),
        contentType: checkLine('A media type', type),
        content: content instanceof Uint8Array ? Buffer.from(content) : content,
      })),
    }
    const sending = pool.sendMail(message)
    underway.add(sending)
    try {
      const { accepted, rejected } = await sending
      return { messageId, accepted, rejected }
    } catch (error) {
      throw mailErrorOf(error)
    } finally {
      underway.delete(sending)
    }
  }

  return {
    send,
    async check() {
      try {
        await pool.verify()
      } catch (error) {
        throw new MailServerUnavailable((error as Error).message, { cause: error })
      }
    },
    async close() {
      const late = Promise.withResolvers<void>()
      const timer = setTimeout(late.resolve, patience)
      await Promise.race([Promise.allSettled(underway), late.promise])
      clearTimeout(timer)
      pool.close({ force: true })
    },
  }
}
