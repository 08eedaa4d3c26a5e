export { AddressRefused } from './https-address.ts'
export type { Mail, MailPart, MailSite, RenderedMail, Teaser } from './mail.ts'
export { renderMail } from './render-mail.ts'
