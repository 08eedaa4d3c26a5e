import { startMail } from './index.ts'
import { aMessage, sendRaw } from './test-mail.ts'

// Run by crash.test.ts, which kills it: receives messages without end, and says which were acknowledged. "careless" says
// so of each before the one before it is sent: at any moment one is missing, which the test must notice.
const [dataDir = '', run = '', manner = ''] = process.argv.slice(2)
const { smtpUrl } = await startMail({ dataDir, port: 0 })
const send = (subject: string) => sendRaw(smtpUrl, aMessage(subject, 'x'.repeat(5000)))
let last = 0
await Promise.all(
  Array.from({ length: 4 }, async () => {
    for (let toldOnly = ''; ; ) {
      const subject = `${run}-${++last}`
      if (manner === 'careless') {
        process.stdout.write(`${subject}\n`)
        if (toldOnly) await send(toldOnly)
        toldOnly = subject
      } else if ((await send(subject)).startsWith('250')) process.stdout.write(`${subject}\n`)
    }
  }),
)
