import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { openDataFolder } from '../data-folder/index.ts'
import { serveEngine } from '../engine-worker/index.ts'
import { type MailQuery, openMessageStore } from './message-store.ts'
import { parseAnyMail, readAttachment } from './parse-mail.ts'
import { createSmtpReceiver } from './smtp-receiver.ts'
import type { MailReady, MailWorkerOptions } from './start-mail.ts'

const format = 1

serveEngine<MailWorkerOptions, MailReady>(async ({ dataDir, port, minFreeBytes }) => {
  await openDataFolder(dataDir, 'mail', format)
  const store = await openMessageStore(dataDir, minFreeBytes)
  let started = false
  const report = (error: unknown) => {
    // An error of the start is told by the start.
    if (started) process.emitWarning(error instanceof Error ? error : String(error))
  }
  const receiver = createSmtpReceiver(store.add, report)
  const server = receiver.listen(port, '127.0.0.1')
  await once(server, 'listening')
  started = true

  return {
    ready: { port: (server.address() as AddressInfo).port },
    methods: {
      list: (query: MailQuery) => store.list(query),
      async get(id: string) {
        const summary = store.find(id)
        const raw = await store.read(id)
        return summary && raw && { ...summary, ...(await parseAnyMail(raw)) }
      },
      raw: (id: string) => store.read(id),
      async attachment(id: string, n: number) {
        const raw = await store.read(id)
        return raw && readAttachment(raw, n)
      },
      clear: () => store.clear(),
    },
    async close() {
      await new Promise<void>((resolve) => receiver.close(() => resolve()))
      store.close()
    },
  }
})
