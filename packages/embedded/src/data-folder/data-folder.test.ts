import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { inTransaction, openDatabase, openDataFolder } from './index.ts'

const folder = await mkdtemp(join(tmpdir(), 'data-folder-'))
after(() => rm(folder, { recursive: true, force: true }))

test('a new folder says its format, and opens again', async () => {
  const data = join(folder, 'new', 'deep')
  await openDataFolder(data, 'things', 1)
  assert.deepEqual(JSON.parse(await readFile(join(data, 'format.json'), 'utf8')), { engine: 'things', format: 1 })
  await openDataFolder(data, 'things', 1)
})

test('a folder of a newer version is refused', async () => {
  await writeFile(join(folder, 'format.json'), '{"engine":"things","format":2}')
  await assert.rejects(openDataFolder(folder, 'things', 1), { code: 'DATA_TOO_NEW' })
  await writeFile(join(folder, 'format.json'), 'nothing')
  await assert.rejects(openDataFolder(folder, 'things', 1), { code: 'DATA_UNREADABLE' })
})

test('a second copy cannot open the same database', () => {
  const path = join(folder, 'index.db')
  const first = openDatabase(path)
  assert.throws(() => openDatabase(path), { code: 'DATA_IN_USE' })
  first.close()
  openDatabase(path).close()
})

test('a transaction that fails keeps nothing', () => {
  const database = openDatabase(':memory:')
  database.exec('CREATE TABLE t (n INTEGER)')
  const failing = () => {
    database.exec('INSERT INTO t VALUES (1)')
    throw new Error('no')
  }
  assert.throws(() => inTransaction(database, failing), /^Error: no$/)
  assert.equal(database.prepare('SELECT count(*) AS n FROM t').get()?.n, 0)
  database.close()
})
