import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { TestContext } from 'node:test'
import { parseRequestTarget } from './request-target.ts'
import { signatureOf } from './signature-v4.ts'
import { type ObjectsOptions, startObjects } from './start-objects.ts'

// For the tests of this folder only.
export const testKeys = { accessKey: 'test', secretKey: 'test-secret-key' }
const region = 'us-east-1'

type Ask = { body?: string | Uint8Array; headers?: Record<string, string>; payload?: string }

/** Signs requests as the AWS documentation says to, and sends targets as they are written (fetch would resolve `..`). */
export function createTestClient(endpoint: string) {
  const { host } = new URL(endpoint)

  /** A signed request of which no body was sent yet. */
  function open(method: string, target: string, { body = '', headers = {}, payload }: Ask = {}): ClientRequest {
    const timestamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')
    const day = timestamp.slice(0, 8)
    const hash = payload ?? createHash('sha256').update(body).digest('hex')
    const signed: Record<string, string> = { ...headers, host, 'x-amz-content-sha256': hash, 'x-amz-date': timestamp }
    const names = Object.keys(signed).sort()
    const lines = names.map((name) => [name, [signed[name] ?? '']] as const)
    const { path, query } = parseRequestTarget(target)
    const signable = { method, path, query, headers: lines, payload: hash }
    const signature = signatureOf(signable, testKeys.secretKey, { day, region }, timestamp)
    const credential = `${testKeys.accessKey}/${day}/${region}/s3/aws4_request`
    const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`
    return request(endpoint, { method, path: target, headers: { ...signed, authorization } })
  }

  async function ask(method: string, target: string, what: Ask = {}) {
    const response = await responseTo(open(method, target, what), (sent) => {
      if (method === 'PUT' || method === 'POST') sent.setHeader('content-length', Buffer.byteLength(what.body ?? ''))
      sent.end(what.body)
    })
    return answerOf(response)
  }

  return { open, ask }
}

export const responseTo = (sent: ClientRequest, send: (sent: ClientRequest) => void = (sent) => sent.end()) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    sent.on('response', resolve)
    sent.on('error', reject)
    send(sent)
  })

export async function answerOf(response: IncomingMessage) {
  const bytes = await buffer(response)
  const text = bytes.toString()
  return {
    status: response.statusCode,
    headers: response.headers,
    bytes,
    text,
    /** The S3 code of an error. */
    code: /<Code>(.*?)<\/Code>/.exec(text)?.[1] ?? '',
    /** The texts of all elements with this name. */
    all: (name: string) =>
      Array.from(text.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'g')), ([, inner = '']) => inner),
  }
}

export async function aDataFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'objects-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A store with the bucket `media`, closed after the test. */
export async function aStore(t: TestContext, options: Partial<ObjectsOptions> = {}) {
  const dataDir = options.dataDir ?? (await aDataFolder(t))
  const store = await startObjects({ ...testKeys, dataDir, port: 0, buckets: ['media'], ...options })
  t.after(() => store.close())
  return { ...store, dataDir, ...createTestClient(store.endpoint) }
}
