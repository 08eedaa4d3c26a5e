import { createHash } from 'node:crypto'
import { startObjects } from './index.ts'
import { createTestClient, testKeys } from './test-client.ts'

// Run by durability.test.ts, which kills it: uploads parts without end, and says which were acknowledged. "careless" says
// so before they are, to prove that the test would notice.
const [dataDir = '', manner = ''] = process.argv.slice(2)
const { endpoint } = await startObjects({ ...testKeys, dataDir, port: 0, buckets: ['media'] })
const { ask } = createTestClient(endpoint)
const [uploadId] = (await ask('POST', '/media/big?uploads')).all('UploadId')
let last = 0
await Promise.all(
  Array.from({ length: 4 }, async () => {
    for (;;) {
      const n = ++last
      const body = new Uint8Array(300_000 + n).fill(n)
      const md5 = createHash('md5').update(body).digest('hex')
      if (manner === 'careless') process.stdout.write(`${uploadId}#${n} ${md5}\n`)
      const { status } = await ask('PUT', `/media/big?partNumber=${n}&uploadId=${uploadId}`, { body })
      if (status === 200 && manner !== 'careless') process.stdout.write(`${uploadId}#${n} ${md5}\n`)
    }
  }),
)
