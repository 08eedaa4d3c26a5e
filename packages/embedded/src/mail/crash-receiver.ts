import { startMail } from './index.ts'
import { aMessage, sendRaw } from './test-mail.ts'

// Run by crash.test.ts, which kills it: receives messages without end, and says which were acknowledged. "careless" says
// so before they are, to prove that the test would notice.
const [dataDir = '', run = '', manner = ''] = process.argv.slice(2)
const { smtpUrl } = await startMail({ dataDir, port: 0 })
let last = 0
await Promise.all(
  Array.from({ length: 4 }, async () => {
    for (;;) {
      const subject = `${run}-${++last}`
      if (manner === 'careless') process.stdout.write(`${subject}\n`)
      const answer = await sendRaw(smtpUrl, aMessage(subject, 'x'.repeat(5000)))
      if (answer.startsWith('250') && manner !== 'careless') process.stdout.write(`${subject}\n`)
    }
  }),
)
