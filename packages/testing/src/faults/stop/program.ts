// Run by stop.faults.test.ts: a server with a little to do for each request, which stops in the manner that it is told.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { closeServer, followRequests, runUntilStopped } from '@pmq/platform/lifecycle'
import { silentLog } from '@pmq/platform/log'

const [manner = 'ours'] = process.argv.slice(2)
let ready = true
const server = followRequests(
  createServer({ keepAliveTimeout: 65_000 }, async (req, res) => {
    if (req.url === '/health/ready') return void res.writeHead(ready ? 200 : 503).end()
    if (req.url === '/slow') await delay(150)
    if (req.url === '/busy') for (const until = performance.now() + 2; performance.now() < until; );
    res.setHeader('content-type', 'text/plain').end('x'.repeat(20_000))
  }),
)
const manners: Record<string, () => unknown> = {
  ours: () => closeServer(server, { graceMs: 300 }),
  /** What many programs do: whatever is under way is cut. */
  abrupt: () => {
    server.close()
    server.closeAllConnections()
  },
  /** What Node offers: idle connections are closed at once, and those that wait to be taken are reset. */
  node: () => new Promise((closed) => server.close(closed)),
}
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
const stop = async () => {
  ready = false
  await manners[manner]?.()
}
await runUntilStopped([{ name: 'requests', stop }], silentLog())
process.exit(0)
