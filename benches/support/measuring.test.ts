import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { alternate } from './alternate.ts'
import { inventedWords } from './invented-words.ts'
import { load } from './load.ts'
import { measureServer } from './measure-server.ts'
import { median } from './median.ts'
import { cpuMs } from './process-cpu.ts'

const onLinux = { skip: process.platform !== 'linux' && 'reads /proc' }

test('a median is the middle, or the mean of the two in the middle; there is none of nothing', () => {
  assert.equal(median([9, 1, 2]), 2)
  assert.equal(median([4, 1, 3, 100]), 3.5)
  assert.throws(() => median([]), RangeError)
})

test('sides are measured in turn, and the first time does not count', async () => {
  const order: string[] = []
  const side = (name: string, values: number[]) => async () => {
    order.push(name)
    return { ms: values.shift() ?? 0 }
  }
  const { raw, medians } = await alternate({
    rounds: 3,
    sides: { a: side('a', [900, 1, 5, 2]), b: side('b', [900, 10, 30, 20]) },
  })
  assert.equal(order.join(''), 'abababab')
  assert.deepEqual(raw.a, [{ ms: 1 }, { ms: 5 }, { ms: 2 }])
  assert.deepEqual(medians, { a: { ms: 2 }, b: { ms: 20 } })
})

test('the CPU time of a process is what it worked', onLinux, () => {
  const before = cpuMs(process.pid)
  const begun = process.cpuUsage()
  while (process.cpuUsage(begun).user < 200_000);
  const used = cpuMs(process.pid) - before
  assert.ok(used >= 150 && used < 2_000, `${used} ms`)
})

test('a load counts what was answered and what failed; a server that fails is not measured', onLinux, async (t) => {
  const server = createServer((req, res) => {
    res.writeHead(req.url === '/bad' ? 500 : 200).end('x')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const some = { origin, connections: 2, seconds: 1 }

  const good = await load({ ...some, paths: ['/good', '/better'] })
  assert.ok(good.requests > 0)
  assert.equal(good.errors, 0)
  assert.ok((await load({ ...some, paths: ['/bad'] })).errors > 0)
  await assert.rejects(measureServer({ ...some, paths: ['/good', '/bad'], pids: [process.pid] }), /failed/)
})

test('invented words are all different', () => {
  assert.equal(new Set(inventedWords(4_000)).size, 4_000)
})
