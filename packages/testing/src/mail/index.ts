export { type MailFixture, mailContract } from './mail-contract.ts'
