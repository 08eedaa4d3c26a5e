import http from 'node:http'
import https from 'node:https'
import { Client } from 'minio'

export type S3Settings = { endpoint: string; region: string; accessKey: string; secretKey: string }

/** A store may take half a minute to put the parts of a large upload together. */
const silence = 120_000 // milliseconds

/** The minio client, with its list of parts open to us. */
class S3Client extends Client {
  override listParts(bucket: string, key: string, uploadId: string) {
    return super.listParts(bucket, key, uploadId)
  }
}

export type { S3Client }

/** `http` or `https` with a limit on silence, which the minio client lacks. */
export function transportFor(endpoint: string): Pick<typeof http, 'request'> {
  const { request } = endpoint.startsWith('https:') ? https : http
  const limited = (...args: Parameters<typeof http.request>) => {
    const sent = request(...args)
    const tooSilent = () => sent.destroy(Object.assign(new Error('The object store is silent.'), { code: 'ETIMEDOUT' }))
    return sent.setTimeout(silence, tooSilent)
  }
  return { request: limited as typeof http.request }
}

/** A client for one endpoint. The region is given, so that signing an address needs no request. */
export function createS3Client({ endpoint, region, accessKey, secretKey }: S3Settings): S3Client {
  const { protocol, hostname, port, pathname } = new URL(endpoint)
  if (!/^https?:$/.test(protocol) || pathname !== '/') {
    throw new Error(`The S3 endpoint must be http(s)://HOST[:PORT], without a path; it is "${endpoint}".`)
  }
  return new S3Client({
    endPoint: hostname.replace(/^\[|\]$/g, ''),
    ...(port === '' ? {} : { port: Number(port) }),
    useSSL: protocol === 'https:',
    region,
    accessKey,
    secretKey,
    pathStyle: true,
    transport: transportFor(endpoint),
    // Its retries write to the console and lose the error; our callers have their own (outbox, jobs).
    retryOptions: { disableRetry: true },
  })
}
