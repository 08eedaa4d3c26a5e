import { randomUUID } from 'node:crypto'
import { startEvents } from './index.ts'

// Run by crash.test.ts, which kills it: publishes without end, and says which events were acknowledged. "careless" says
// so before they are, to prove that the test would notice.
const [dataDir = '', topic = '', manner = ''] = process.argv.slice(2)
const { bus } = await startEvents({ dataDir })
for (;;) {
  const numbers = Array.from({ length: 10 }, () => randomUUID())
  await Promise.all(
    numbers.map(async (id) => {
      if (manner === 'careless') process.stdout.write(`${id}\n`)
      await bus.publish([
        {
          specversion: '1.0',
          id,
          source: '/services/test',
          type: `${topic}.changed`,
          subject: id,
          time: new Date().toISOString(),
          sequence: 1,
          datacontenttype: 'application/json',
          data: {},
        },
      ])
      if (manner !== 'careless') process.stdout.write(`${id}\n`)
    }),
  )
}
