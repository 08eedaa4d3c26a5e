import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import mongoose from 'mongoose'
import { createContentDigest } from './content-digest.ts'
import { documentOf, lineOf } from './documents-archive.ts'
import { checkArchive } from './index.ts'
import { writeManifest } from './manifest.ts'
import { createPart, linesOf } from './part-file.ts'

const { BSON } = mongoose.mongo
const file = 'documents/content/articles.jsonl'
const lines = ['{"_id":"a"}', '{"_id":"b","text":"deux\u2028lignes, une église"}']

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function anArchive() {
  const part = await createPart(folder, { store: 'documents', name: 'content/articles', file })
  for (const line of lines) await part.line(line)
  return writeManifest(folder, {
    id: randomUUID(),
    at: new Date().toISOString(),
    parts: [await part.end()],
    pending: [],
  })
}

test('an archive is read as it was written, by its owner only', async () => {
  const written = await anArchive()
  assert.deepEqual(await checkArchive(folder), written)
  const read = await Array.fromAsync(linesOf(folder, { file }))
  assert.deepEqual(read, lines)
  if (process.platform !== 'win32') assert.equal((await stat(join(folder, file))).mode & 0o077, 0)
})

test('an archive with one altered byte is refused', async () => {
  await anArchive()
  const bytes = await readFile(join(folder, file))
  bytes[9] = 'c'.charCodeAt(0)
  await writeFile(join(folder, file), bytes)
  await assert.rejects(checkArchive(folder), { code: 'altered' })
})

test('an archive whose manifest was altered is refused', async () => {
  await anArchive()
  const path = join(folder, 'manifest.json')
  await writeFile(path, (await readFile(path, 'utf8')).replace('"count": 2', '"count": 1'))
  await assert.rejects(checkArchive(folder), { code: 'altered' })
  await writeFile(path, 'nothing')
  await assert.rejects(checkArchive(folder), { code: 'altered' })
})

test('an archive that lacks its end, or a file, is refused', async () => {
  await anArchive()
  await truncate(join(folder, file), 20)
  await assert.rejects(checkArchive(folder), { code: 'altered' })
  await rm(join(folder, file))
  await assert.rejects(checkArchive(folder), { code: 'altered' })
})

test('an archive whose export did not come to its end is refused', async () => {
  await anArchive()
  await rm(join(folder, 'manifest.json'))
  await assert.rejects(checkArchive(folder), { code: 'incomplete' })
  await assert.rejects(checkArchive(join(folder, 'nowhere')), { code: 'incomplete' })
})

test('an archive of another version is refused', async () => {
  await anArchive()
  const path = join(folder, 'manifest.json')
  await writeFile(path, (await readFile(path, 'utf8')).replace('"version": 1', '"version": 2'))
  await assert.rejects(checkArchive(folder), { code: 'version' })
})

test('a manifest cannot name a file outside of the archive', async () => {
  const part = await createPart(folder, { store: 'documents', name: 'content/articles', file })
  const outside = { ...(await part.end()), file: 'documents/../../secret' }
  await writeManifest(folder, { id: randomUUID(), at: new Date().toISOString(), parts: [outside], pending: [] })
  await assert.rejects(checkArchive(folder), { code: 'altered' })
})

test('a document comes back byte for byte, with its types and the order of its fields', () => {
  const bytes = BSON.serialize({
    z: new BSON.Int32(1),
    a: new BSON.Double(1),
    long: BSON.Long.fromString('9007199254740993'),
    at: new Date(1),
    id: new BSON.ObjectId(),
    bytes: new BSON.Binary(Buffer.from('é')),
    list: [null, true, { deep: 'œuvre\u2028' }],
  })
  const back = BSON.serialize(documentOf(lineOf(bytes)))
  assert.deepEqual(Buffer.from(back), Buffer.from(bytes))
})

test('a digest does not depend on the order of lines, and tells one that is missing, altered or there twice', () => {
  const digestOf = (...some: string[]) => {
    const digest = createContentDigest()
    for (const line of some) digest.add(line)
    return `${digest.count} ${digest.value()}`
  }
  assert.equal(digestOf('a', 'b', 'c'), digestOf('c', 'a', 'b'))
  for (const other of [
    digestOf('a', 'b'),
    digestOf('a', 'b', 'd'),
    digestOf('a', 'b', 'c', 'c'),
    digestOf('a', 'b', 'c', 'c', 'c'),
  ])
    assert.notEqual(other, digestOf('a', 'b', 'c'))
})
