import type { Readable } from 'node:stream'
import { InvalidMail } from './mail-errors.ts'

export type MailPerson = { name?: string; address: string }

export type MailAttachment = {
  filename: string
  /** The media type. */
  type: string
  content: Uint8Array | Readable
}

export type Mail = {
  /** Each sees the others. */
  to: MailPerson | string | (MailPerson | string)[]
  subject: string
  text: string
  html?: string
  /** Further headers, such as `List-Unsubscribe`; not those that the transport writes itself. */
  headers?: Record<string, string>
  /** `<unique@domain>`, made by the caller and kept, so that a message sent twice is known as one. */
  messageId: string
  replyTo?: MailPerson | string
  attachments?: MailAttachment[]
}

const breaking = /[\r\n\0\u2028\u2029]/
const own =
  /^(from|sender|to|cc|bcc|reply-to|subject|date|message-id|mime-version|content-.*|dkim-.*|received|return-path)$/i

/** Refuses a text that could begin another header. */
export function checkLine(what: string, text: string): string {
  if (breaking.test(text)) throw new InvalidMail(`${what} must not have line breaks.`)
  return text
}

/**
 * One person out of an address, with or without a name. Lists, groups and comments are refused: one text is one person,
 * so that what a user typed as an address cannot add recipients.
 */
export function personOf(who: MailPerson | string): Required<MailPerson> {
  const { name = '', address } = typeof who === 'string' ? { address: who } : who
  checkLine('A name', name)
  checkLine('An address', address)
  if (!/^[^\s@,;:<>()[\]\\"]{1,64}@[^\s@,;:<>()[\]\\"]{1,255}$/.test(address)) {
    throw new InvalidMail('A recipient must be one e-mail address.')
  }
  return { name, address }
}

/** @throws InvalidMail when somebody is no person, or nobody is there */
export function recipientsOf(to: Mail['to']): Required<MailPerson>[] {
  const people = [to].flat().map(personOf)
  if (people.length === 0) throw new InvalidMail('A message has at least one recipient.')
  return people
}

/** `Name <address>` or an address, as settings write it. */
export function parsePerson(text: string): Required<MailPerson> {
  const [, name = '', inBrackets, alone = ''] = /^(?:([^<>]*)<([^<>]+)>|([^<>]+))$/.exec(text.trim()) ?? []
  return personOf({ name: name.trim().replace(/^"(.*)"$/, '$1'), address: inBrackets ?? alone })
}

/** Refuses headers that are the transport's, or are no headers. */
export function checkHeaders(headers: Record<string, string>): Record<string, string> {
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[A-Za-z][A-Za-z0-9-]{0,76}$/.test(name) || own.test(name)) {
      throw new InvalidMail(`The header ${JSON.stringify(name)} may not be given.`)
    }
    checkLine(`The header ${name}`, value)
  }
  return headers
}

/** @throws InvalidMail when it is not `<unique@domain>` */
export function checkMessageId(messageId: string): string {
  checkLine('A Message-ID', messageId)
  if (!/^<[^\s<>@]{1,200}@[^\s<>@]{1,200}>$/.test(messageId)) throw new InvalidMail('A Message-ID is <unique@domain>.')
  return messageId
}
