import { ImapFlow } from 'imapflow'
import { engineAddress } from '../engines/index.ts'
import { mailContract } from './index.ts'

mailContract('an SMTP server', {
  async start() {
    const { hostname, port } = new URL(engineAddress('IMAP_URL'))
    /** The server for tests has a mailbox for every recipient, whose address is the password, too. */
    const received = async (to: string) => {
      const client = new ImapFlow({
        host: hostname,
        port: Number(port),
        secure: false,
        auth: { user: to, pass: to },
        logger: false,
      })
      try {
        await client.connect()
      } catch (error) {
        // The first message makes the mailbox.
        if ((error as { authenticationFailed?: boolean }).authenticationFailed) return []
        throw error
      }
      try {
        await client.mailboxOpen('INBOX', { readOnly: true })
        const messages = await client.fetchAll('1:*', { source: true })
        return messages.flatMap(({ source }) => (source ? [source] : []))
      } finally {
        await client.logout()
      }
    }
    return { smtpUrl: engineAddress('SMTP_URL'), received, stop: async () => undefined }
  },
})
