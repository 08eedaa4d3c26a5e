import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { eventually } from '../eventually/index.ts'
import { startBalancer } from './balancer.ts'

async function world(t: { after(undo: () => unknown): void }) {
  const replica = async (name: string) => {
    const server = createServer((_req, res) => res.end(name)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const state = { ready: true }
    const { port } = server.address() as AddressInfo
    t.after(() => server.close())
    return { name, server, state, port, isReady: async () => state.ready }
  }
  const [one, two] = [await replica('one'), await replica('two')]
  const balancer = await startBalancer(0, [one, two])
  t.after(balancer.close)
  const ask = async () => {
    const outgoing = request({ host: '127.0.0.1', port: balancer.port, agent: false }).end()
    const [response] = await once(outgoing, 'response')
    return text(response)
  }
  const answers = async (count: number) => new Set(await Promise.all(Array.from({ length: count }, ask)))
  return { one, two, balancer, answers }
}

const end = (server: Server) => new Promise((closed) => server.close(closed))

test('connections are given to each replica in turn', async (t) => {
  const { balancer, answers } = await world(t)
  assert.deepEqual(await answers(6), new Set(['one', 'two']))
  assert.deepEqual(balancer.given(), [3, 3])
})

test('a replica that says it is not ready gets no new connection, until it is again', async (t) => {
  const { one, answers } = await world(t)
  one.state.ready = false
  await eventually(async () => assert.deepEqual(await answers(4), new Set(['two'])), { every: 50 })
  one.state.ready = true
  await eventually(async () => assert.deepEqual(await answers(4), new Set(['one', 'two'])), { every: 50 })
})

test('a replica that is gone costs nobody an answer', async (t) => {
  const { two, answers } = await world(t)
  await end(two.server)
  assert.deepEqual(await answers(6), new Set(['one']))
})
