import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Target } from './connection.ts'

/** A server without timeouts, without limits: what the attacks must find. */
export async function startCarelessServer(): Promise<Target & { close(): void }> {
  const server = createServer({ headersTimeout: 0, requestTimeout: 0, maxHeaderSize: 1_048_576 }, (req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => res.end(String(Buffer.concat(chunks).length)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
