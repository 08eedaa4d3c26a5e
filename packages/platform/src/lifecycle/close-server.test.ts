import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { closeServer } from './close-server.ts'
import { followRequests } from './follow-requests.ts'

const clients = 20

/** Clients in a process of their own, each on a connection of its own, ask together; tells what each was answered. */
function askTogether(t: TestContext, port: number) {
  const code = `
    import { get } from 'node:http'
    const ask = () => new Promise((tell) => get('http://127.0.0.1:${port}', { agent: false }, (answer) =>
      tell(answer.statusCode)).on('error', ({ code }) => tell(code)))
    console.log(JSON.stringify(await Promise.all(Array.from({ length: ${clients} }, ask))))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.after(() => child.kill())
  return once(child.stdout.setEncoding('utf8'), 'data').then(([text]) => JSON.parse(text) as (number | string)[])
}

/** A server that is told to stop by its first request, while most connections still wait to be taken: it is never idle. */
async function askedWhileStopping(t: TestContext, stop: (server: Server) => unknown) {
  let stopped: unknown
  const server = createServer((_req, res) => {
    stopped ??= stop(server) ?? true
    const until = performance.now() + 15
    while (performance.now() < until);
    res.end('done')
  })
  followRequests(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const answers = await askTogether(t, (server.address() as AddressInfo).port)
  await stopped
  return new Set(answers)
}

test('a server that closes answers those, too, whose connections it has not taken yet', async (t) => {
  assert.deepEqual(await askedWhileStopping(t, closeServer), new Set([200]))
})

test('the way of Node fails them, as the same test finds out', async (t) => {
  const answers = await askedWhileStopping(t, (server) => void server.close())
  assert.ok(answers.has('ECONNRESET'), `got ${[...answers]}`)
})
