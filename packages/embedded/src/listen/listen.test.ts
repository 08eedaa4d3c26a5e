import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { afterEach, test } from 'node:test'
import { listen } from './index.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})
const create = () => {
  const server = createServer((socket) => socket.end('here'))
  open.push(server)
  return server
}
const reaches = async (host: string, port: number) => {
  const socket = connect({ host, port })
  const [answer] = await once(socket, 'data')
  return String(answer)
}
const addressesOf = (servers: Server[]) => servers.map((server) => (server.address() as AddressInfo).address)

test('a server listens on the loopback only, on each address that the machine has', async () => {
  const { port, servers } = await listen(create, { port: 0 })
  const addresses = addressesOf(servers)
  assert.equal(addresses[0], '127.0.0.1')
  assert.ok(addresses.every((address) => ['127.0.0.1', '::1'].includes(address)))
  for (const address of addresses) assert.equal(await reaches(address, port), 'here')
})

test('an address that the machine does not have is left out, but the last one is missed', async () => {
  const { servers } = await listen(create, { port: 0, addresses: ['127.0.0.1', '203.0.113.1'] })
  assert.deepEqual(addressesOf(servers), ['127.0.0.1'])
  await assert.rejects(listen(create, { port: 0, addresses: ['203.0.113.1'] }), { code: 'EADDRNOTAVAIL' })
})

test('a port that is taken on one of the addresses is taken, and nothing is left listening', async () => {
  const { port, servers } = await listen(create, { port: 0, addresses: ['::1', '127.0.0.1'] })
  for (const server of servers.slice(0, -1)) await new Promise((closed) => server.close(closed))
  await assert.rejects(listen(create, { port, addresses: ['::1', '127.0.0.1'] }), { code: 'EADDRINUSE' })
  await new Promise((closed) => servers.at(-1)?.close(closed))
  assert.equal((await listen(create, { port, addresses: ['::1', '127.0.0.1'] })).port, port)
})
