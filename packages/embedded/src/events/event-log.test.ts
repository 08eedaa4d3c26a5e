import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { openEventLog } from './event-log.ts'

const aLog = (partitions = 1) => openEventLog(new DatabaseSync(':memory:'), { partitions })
const anEvent = (subject: string, payload: string) => ({ topic: 'a.b', subject, id: payload, payload })
const payloads = (log: ReturnType<typeof aLog>) => log.read('a.b', 0, -1).map(({ payload }) => payload)
const future = Date.now() + 60_000

test('offsets count from 0 in each partition, and a subject has one partition', () => {
  const log = aLog(8)
  const places = log.append([anEvent('x', '1'), anEvent('y', '2'), anEvent('x', '3')], Date.now())
  assert.equal(places[0]?.partition, places[2]?.partition)
  assert.equal(places[0]?.offset, 0)
  assert.ok((places[2]?.offset ?? 0) >= 1)
})

test('a topic keeps the number of partitions that it was created with', () => {
  const database = new DatabaseSync(':memory:')
  openEventLog(database, { partitions: 3 }).ensureTopic('a.b')
  assert.equal(openEventLog(database, { partitions: 8 }).ends('a.b').length, 3)
})

test('a position never goes back', () => {
  const log = aLog()
  log.append([anEvent('x', '1'), anEvent('x', '2')], Date.now())
  log.join('g', 'a.b')
  const move = (offset: number) => log.move([{ group: 'g', topic: 'a.b', partition: 0, offset }])
  move(1)
  move(0)
  assert.deepEqual(log.join('g', 'a.b'), { positions: [1], ends: [1] })
  assert.deepEqual(log.lag(), [{ group: 'g', topic: 'a.b', behind: 0 }])
})

test('compaction keeps the last event of each subject', () => {
  const log = aLog()
  log.append([anEvent('x', 'x1'), anEvent('y', 'y1'), anEvent('x', 'x2'), anEvent('x', 'x3')], Date.now())
  assert.equal(log.compact('a.b', future), 2)
  assert.deepEqual(payloads(log), ['y1', 'x3'])
  assert.equal(log.append([anEvent('y', 'y2')], Date.now())[0]?.offset, 4)
})

test('compaction keeps what a group has not done, and what is young', () => {
  const log = aLog()
  log.append([anEvent('x', 'x1'), anEvent('x', 'x2'), anEvent('x', 'x3')], 1000)
  log.join('g', 'a.b')
  assert.equal(log.compact('a.b', future), 0)
  log.move([{ group: 'g', topic: 'a.b', partition: 0, offset: 0 }])
  assert.equal(log.compact('a.b', 1000), 0)
  assert.equal(log.compact('a.b', future), 1)
  assert.deepEqual(payloads(log), ['x2', 'x3'])
})

test('a batch is bounded, and the next one goes on', () => {
  const log = aLog()
  const events = Array.from({ length: 500 }, (_, index) => anEvent('x', String(index)))
  log.append(events, Date.now())
  const first = log.read('a.b', 0, -1)
  assert.ok(first.length < 500)
  assert.equal(log.read('a.b', 0, first.at(-1)?.offset ?? 0)[0]?.payload, String(first.length))
  log.append([anEvent('z', 'é'.repeat(1_200_000)), anEvent('z', 'after')], Date.now())
  assert.equal(log.read('a.b', 0, 499).length, 1)
})

test('topics that have grown long are known', () => {
  const log = aLog()
  log.append([anEvent('x', '1'), anEvent('x', '2')], Date.now())
  assert.deepEqual(log.topicsLongerThan(1), ['a.b'])
  assert.deepEqual(log.topicsLongerThan(2), [])
})
