import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import mongoose from 'mongoose'

const WRITERS = 10
const KILLS = 10

/** What the server has acknowledged: the value of each document, by its number. */
type Acknowledged = Map<number, number>

async function startServer(dataDir: string, manner: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'crash-server.ts'), dataDir, manner], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [uri] = await once(child.stdout.setEncoding('utf8'), 'data')
  const client = new mongoose.mongo.MongoClient(String(uri).trim(), {
    serverSelectionTimeoutMS: 1000,
    maxPoolSize: WRITERS,
  })
  const ended = once(child, 'exit')
  return {
    things: client.db('test').collection<{ _id: number; value: number }>('things'),
    async kill() {
      child.kill('SIGKILL')
      await ended
      await client.close()
    },
  }
}

type Things = Awaited<ReturnType<typeof startServer>>['things']

/** Inserts and updates until the server is gone. */
async function writeUntilKilled(things: Things, acknowledged: Acknowledged, firstNumber: number, onWrite: () => void) {
  let number = firstNumber
  const writer = async () => {
    for (;;) {
      const _id = number++
      await things.insertOne({ _id, value: 1 })
      acknowledged.set(_id, 1)
      onWrite()
      if (_id % 3 > 0) continue
      await things.updateOne({ _id }, { $inc: { value: 1 } })
      acknowledged.set(_id, 2)
      onWrite()
    }
  }
  await Promise.allSettled(Array.from({ length: WRITERS }, writer))
  return number
}

/** Kills the server again and again while ten clients write; answers how many acknowledged writes are missing. */
async function lostAfterKills(manner: string, kills: number): Promise<{ lost: number; acknowledged: number }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'documents-crash-'))
  const acknowledged: Acknowledged = new Map()
  let next = 1
  try {
    for (let kill = 0; kill < kills; kill++) {
      const server = await startServer(dataDir, manner)
      let left = 20 + Math.floor(Math.random() * 200)
      let killed: Promise<void> | undefined
      next = await writeUntilKilled(server.things, acknowledged, next, () => {
        if (--left === 0) killed = server.kill()
      })
      await killed
    }
    const server = await startServer(dataDir, manner)
    const stored = new Map((await server.things.find().toArray()).map(({ _id, value }) => [_id, value]))
    await server.kill()
    const database = new DatabaseSync(join(dataDir, 'documents.db'))
    assert.equal(database.prepare('PRAGMA integrity_check').get()?.integrity_check, 'ok')
    database.close()
    const lost = [...acknowledged].filter(([_id, value]) => !((stored.get(_id) ?? 0) >= value)).length
    return { lost, acknowledged: acknowledged.size }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

test('kill -9, ten times while ten clients write: nothing acknowledged is lost', { timeout: 60_000 }, async (t) => {
  const { lost, acknowledged } = await lostAfterKills('', KILLS)
  t.diagnostic(`${acknowledged} documents acknowledged, ${KILLS} kills, ${lost} lost`)
  assert.equal(lost, 0)
})

test('an engine that acknowledges before its commit is found out by the same test', { timeout: 30_000 }, async () => {
  const { lost } = await lostAfterKills('careless', 2)
  assert.ok(lost > 0)
})
