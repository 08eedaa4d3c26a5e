import { engineAddress } from '../engines/index.ts'
import { objectsContract } from './index.ts'

/** `versitygw` (default), `minio`, or the name of another one. */
const server = process.env.S3_SERVER ?? 'versitygw'

objectsContract(server, {
  tornBodies: server === 'versitygw' ? 'kept' : 'refused',
  start: async () => ({
    endpoint: engineAddress('S3_ENDPOINT'),
    accessKey: engineAddress('S3_ACCESS_KEY'),
    secretKey: engineAddress('S3_SECRET_KEY'),
    region: process.env.S3_REGION ?? 'us-east-1',
    stop: async () => undefined,
  }),
})
