import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMail } from '@pmq/embedded/mail'
import { mailContract } from './index.ts'

mailContract('the embedded mailbox', {
  async start() {
    const dataDir = await mkdtemp(join(tmpdir(), 'mail-'))
    const { smtpUrl, mailbox, close } = await startMail({ dataDir, port: 0 })
    const received = async (to: string) => {
      const { items } = await mailbox.list({ to, perPage: 1000 })
      const messages = await Promise.all(items.map(({ id }) => mailbox.raw(id)))
      return messages.filter((raw) => raw !== undefined)
    }
    const stop = async () => {
      await close()
      await rm(dataDir, { recursive: true, force: true })
    }
    return { smtpUrl, received, stop }
  },
})
