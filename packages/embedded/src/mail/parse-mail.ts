import PostalMime, { type Address, type Attachment } from 'postal-mime'

export type MailAddress = { name: string; address: string }

/** `n` counts from 0 in the order of the message; `size` in bytes. */
export type MailAttachment = { n: number; filename: string; type: string; size: number; contentId?: string }

/** A message as its reader sees it. */
export type ParsedMail = {
  subject: string
  from: MailAddress
  /** The header; who really received it is in the envelope. */
  to: MailAddress[]
  /** ISO 8601, or as it was written when it is no date. */
  date: string
  messageId: string
  /** All headers, names in lower case, in their order. */
  headers: { name: string; value: string }[]
  text: string
  html: string
  attachments: MailAttachment[]
}

/** Reads a message (RFC 5322). @throws when its headers or parts go beyond what is reasonable */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  const mail = await PostalMime.parse(raw)
  const [from] = mail.from ? peopleOf([mail.from]) : []
  return {
    subject: mail.subject ?? '',
    from: from ?? { name: '', address: '' },
    to: peopleOf(mail.to ?? []),
    date: mail.date ?? '',
    messageId: mail.messageId ?? '',
    headers: mail.headers.map(({ key, value }) => ({ name: key, value })),
    text: mail.text ?? '',
    html: mail.html ?? '',
    attachments: mail.attachments.map(describe),
  }
}

const shownSource = 100_000 // bytes

/** As `parseMail`, but a message that cannot be read as one is shown as it came. */
export const parseAnyMail = (raw: Uint8Array): Promise<ParsedMail> =>
  parseMail(raw).catch(() => ({
    subject: '',
    from: { name: '', address: '' },
    to: [],
    date: '',
    messageId: '',
    headers: [],
    text: Buffer.from(raw.subarray(0, shownSource)).toString('utf8'),
    html: '',
    attachments: [],
  }))

export type MailFile = MailAttachment & { content: Uint8Array }

/** The bytes of one attachment. */
export async function readAttachment(raw: Uint8Array, n: number): Promise<MailFile | undefined> {
  const mail = await PostalMime.parse(raw).catch(() => undefined)
  const attachment = mail?.attachments[n]
  return attachment && { ...describe(attachment, n), content: bytesOf(attachment) }
}

function describe(attachment: Attachment, n: number): MailAttachment {
  const { filename, mimeType, contentId } = attachment
  return {
    n,
    filename: filename ?? `piece-jointe-${n + 1}`,
    type: mimeType,
    size: bytesOf(attachment).byteLength,
    ...(contentId === undefined ? {} : { contentId: contentId.replace(/^<|>$/g, '') }),
  }
}

const bytesOf = ({ content }: Attachment) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)

const peopleOf = (addresses: Address[]): MailAddress[] =>
  addresses.flatMap(({ name, address, group }) => (group ? group : [{ name, address: address ?? '' }]))
