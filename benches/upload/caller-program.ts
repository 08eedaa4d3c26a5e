import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { createObjectStore } from '@pmq/platform/objects'
import { sayReady } from '../support/start-process.ts'
import { chunk } from './chunk.ts'

// A service that hands a file on to the store: asked for `/KEY?size=BYTES`, it answers with the seconds that took and the SHA-256.
const store = createObjectStore(JSON.parse(process.argv[2] ?? '{}'))
await store.ensureBucket()

function* bytes(size: number) {
  for (let left = size; left > 0; left -= chunk.length) yield chunk.subarray(0, Math.min(left, chunk.length))
}

const server = createServer({ requestTimeout: 0 }, async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://here')
  const [key, size] = [pathname.slice(1), Number(searchParams.get('size'))]
  try {
    const begun = performance.now()
    const { sha256 } = await store.put(key, Readable.from(bytes(size)), { size, type: 'video/mp4' })
    const seconds = (performance.now() - begun) / 1000
    await store.remove(key)
    response.end(JSON.stringify({ sha256, seconds }))
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
})
server.listen(0, '127.0.0.1', () => sayReady({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }))
