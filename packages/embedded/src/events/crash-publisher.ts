import { randomUUID } from 'node:crypto'
import { startEvents } from './index.ts'

// Run by crash.test.ts, which kills it: publishes without end, and says which events were acknowledged. "careless" says
// so of each ten before the ten before them are published: at any moment some are missing, which the test must notice.
const [dataDir = '', topic = '', manner = ''] = process.argv.slice(2)
const { bus } = await startEvents({ dataDir })
const tell = (id: string) => process.stdout.write(`${id}\n`)
const publish = (id: string) =>
  bus.publish([
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

let toldOnly: string[] = []
for (;;) {
  const ten = Array.from({ length: 10 }, () => randomUUID())
  if (manner === 'careless') {
    ten.forEach(tell)
    await Promise.all(toldOnly.map(publish))
    toldOnly = ten
  } else {
    await Promise.all(ten.map(async (id) => publish(id).then(() => tell(id))))
  }
}
