import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { createGroupCommit } from './index.ts'

function aDatabase() {
  const database = new DatabaseSync(':memory:')
  database.exec('CREATE TABLE t (n INTEGER UNIQUE)')
  const insert = database.prepare('INSERT INTO t VALUES (?) RETURNING n')
  return {
    database,
    insert: (n: number) => insert.get(n)?.n,
    count: () => database.prepare('SELECT * FROM t').all().length,
  }
}

test('writes of one turn are kept together, and each gets its own result', async () => {
  const { database, insert } = aDatabase()
  const commits = createGroupCommit(database)
  assert.deepEqual(await Promise.all([1, 2, 3].map((n) => commits.run(() => insert(n)))), [1, 2, 3])
})

test('a write that fails takes no other write with it', async () => {
  const { database, insert, count } = aDatabase()
  const commits = createGroupCommit(database)
  const outcomes = await Promise.allSettled([1, 1, 2].map((n) => commits.run(() => insert(n))))
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  )
  assert.equal(count(), 2)
})

test('flush commits at once what waits', async () => {
  const { database, insert, count } = aDatabase()
  const commits = createGroupCommit(database)
  const write = commits.run(() => insert(1))
  commits.flush()
  assert.equal(count(), 1)
  await write
})

test('a full disk has the code ENOSPC, and what was kept stays', async () => {
  const { database, insert, count } = aDatabase()
  const commits = createGroupCommit(database)
  await commits.run(() => insert(1))
  database.exec('PRAGMA max_page_count = 3')
  const fill = () => commits.run(() => database.exec('CREATE TABLE big AS SELECT hex(zeroblob(20000)) AS filler'))
  await assert.rejects(fill(), { code: 'ENOSPC' })
  assert.equal(count(), 1)
})
