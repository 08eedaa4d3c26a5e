export { createMailView } from './mail-view/create-mail-view.ts'
export type { Envelope, MailQuery, MailSummary } from './message-store.ts'
export { type MailAddress, type MailAttachment, type MailFile, type ParsedMail, parseMail } from './parse-mail.ts'
export { type EmbeddedMail, type Mailbox, type MailOptions, type StoredMail, startMail } from './start-mail.ts'
