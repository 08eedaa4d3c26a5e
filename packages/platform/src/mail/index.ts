export type { Mail, MailAttachment, MailPerson } from './mail.ts'
export { InvalidMail, MailDeferred, MailError, MailRefused, MailServerUnavailable } from './mail-errors.ts'
export {
  createMailTransport,
  type MailResult,
  type MailTransport,
  type MailTransportConfig,
} from './mail-transport.ts'
