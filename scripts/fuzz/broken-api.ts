import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const answers = (schema: object) => ({
  200: { description: 'OK', content: { 'application/json': { schema } } },
  405: { description: 'method-not-allowed' },
})
const thing = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } }
const document = {
  openapi: '3.1.0',
  info: { title: 'Broken on purpose', version: '1' },
  paths: {
    '/good': { get: { responses: answers(thing) } },
    '/throws': { get: { responses: answers(thing) } },
    '/lies': { get: { responses: answers(thing) } },
  },
}

/** How many of its operations are wrong: one throws, one gives what its schema does not allow. The third is as it should be. */
export const brokenOperations = 2

/** An API that deserves to be reported, to see that it is. */
export async function startBrokenApi(): Promise<{ document: string; close(): void }> {
  const server = createServer(({ url, method }, res) => {
    const send = (status: number, body: unknown) =>
      res.writeHead(status, { 'content-type': 'application/json', allow: 'GET' }).end(JSON.stringify(body))
    if (method !== 'GET') return send(405, {})
    if (url === '/openapi.json') return send(200, document)
    if (url === '/throws') return send(500, {})
    send(200, { id: url === '/lies' ? 'one' : 1 })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { document: `http://127.0.0.1:${port}/openapi.json`, close: () => void server.close() }
}
