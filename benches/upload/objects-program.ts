import { startObjects } from '@pmq/embedded/objects'
import { sayReady } from '../support/start-process.ts'

// The embedded store in a process of its own, so that its memory can be told from its caller's.
const [dataDir = '', accessKey = '', secretKey = '', bucket = ''] = process.argv.slice(2)
const { endpoint, region } = await startObjects({ dataDir, port: 0, accessKey, secretKey, buckets: [bucket] })
sayReady({ endpoint, region })
