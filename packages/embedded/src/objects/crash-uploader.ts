import { createHash } from 'node:crypto'
import { startObjects } from './index.ts'
import { createTestClient, testKeys } from './test-client.ts'

// Run by durability.test.ts, which kills it: uploads parts without end, and says which were acknowledged. "careless" says
// so of each before the one before it is sent: at any moment one is missing, which the test must notice.
const [dataDir = '', manner = ''] = process.argv.slice(2)
const { endpoint } = await startObjects({ ...testKeys, dataDir, port: 0, buckets: ['media'] })
const { ask } = createTestClient(endpoint)
const [uploadId] = (await ask('POST', '/media/big?uploads')).all('UploadId')
const bodyOf = (n: number) => new Uint8Array(300_000 + n).fill(n)
const tell = (n: number) =>
  process.stdout.write(`${uploadId}#${n} ${createHash('md5').update(bodyOf(n)).digest('hex')}\n`)
const upload = (n: number) => ask('PUT', `/media/big?partNumber=${n}&uploadId=${uploadId}`, { body: bodyOf(n) })
let last = 0
await Promise.all(
  Array.from({ length: 4 }, async () => {
    for (let toldOnly = 0; ; ) {
      const n = ++last
      if (manner === 'careless') {
        tell(n)
        if (toldOnly) await upload(toldOnly)
        toldOnly = n
      } else if ((await upload(n)).status === 200) tell(n)
    }
  }),
)
