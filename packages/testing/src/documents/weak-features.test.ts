import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { weakFeatures, weakFeaturesIn, weakFeaturesSent } from './weak-features.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

test('our code keeps off what the stand-in for MongoDB does worse than MongoDB', () => {
  // Not the embedded server, which speaks of what it refuses, nor this folder, which proves it.
  const sources = globSync('{packages/platform,services,gateway,scripts,infra,benches}/**/*.ts', {
    cwd: root,
    exclude: (path) => /(^|\/)(node_modules|dist)$/.test(path),
  })
  assert.ok(sources.length > 200, `${sources.length} files`)
  const uses = sources.flatMap((path) =>
    weakFeaturesIn(readFileSync(`${root}${path}`, 'utf8')).map((name) => `${path}: ${name}`),
  )
  assert.deepEqual(uses, [])
})

/** For each feature, in the order of the list: code that uses it and, where it shows, the command that the driver sends. */
const broken: [source: string, commandName?: string, command?: Record<string, unknown>][] = [
  [
    `schema.index({ slug: 1 }, { unique: true, partialFilterExpression: { live: true } })`,
    'createIndexes',
    { createIndexes: 'c', indexes: [{ key: { slug: 1 }, partialFilterExpression: { live: true } }] },
  ],
  [
    `schema.index({ at: 1 }, { expireAfterSeconds: 60 })`,
    'createIndexes',
    { createIndexes: 'c', indexes: [{ key: { at: 1 }, expireAfterSeconds: 60 }] },
  ],
  [`model.find().collation({ locale: 'fr' })`, 'find', { find: 'c', filter: {}, collation: { locale: 'fr' } }],
  [
    `createCollection('c', { validator: { $jsonSchema: {} } })`,
    'create',
    { create: 'c', validator: { $jsonSchema: {} } },
  ],
  [`model.find({ $text: { $search: 'moulin' } })`, 'find', { find: 'c', filter: { $text: { $search: 'moulin' } } }],
  [`[{ $geoNear: { near: here } }]`, 'aggregate', { aggregate: 'c', pipeline: [{ $geoNear: { near: [0, 0] } }] }],
  [`const changes = model.watch()`, 'aggregate', { aggregate: 'c', pipeline: [{ $changeStream: {} }] }],
  [
    `await connection.startSession()`,
    'insert',
    { insert: 'c', documents: [], startTransaction: true, autocommit: false },
  ],
  [`catch (error) { stored += error.result.insertedCount }`],
  [`catch (error) { throw new Taken(Object.keys(error.keyPattern)) }`],
  [
    `[{ $project: { 'lines.label': 1 } }]`,
    'aggregate',
    { aggregate: 'c', pipeline: [{ $project: { 'lines.label': 1 } }] },
  ],
  [`[{ $addFields: { 'extra.n': 1 } }]`, 'aggregate', { aggregate: 'c', pipeline: [{ $addFields: { 'extra.n': 1 } }] }],
  [`model.find({ numbers: { $not: { $gt: 3 } } })`, 'find', { find: 'c', filter: { numbers: { $not: { $gt: 3 } } } }],
  [
    `model.updateOne({ 'lease.until': null }, {})`,
    'update',
    { update: 'c', updates: [{ q: { 'lease.until': null }, u: {} }] },
  ],
]

for (const [index, { name }] of weakFeatures.entries()) {
  test(`it is seen: ${name}`, () => {
    const [source = '', commandName, command] = broken[index] ?? []
    assert.deepEqual(weakFeaturesIn(source), [name])
    if (commandName && command) assert.deepEqual(weakFeaturesSent(commandName, command), [name])
  })
}

test('what is only spoken of, and what is allowed, is not taken for a use', () => {
  assert.deepEqual(weakFeaturesIn('// never: transactions (startSession), a TTL (expireAfterSeconds)\nconst a = 1'), [])
  assert.deepEqual(weakFeaturesIn('/* $text */ model.find({ "outboxLease.until": { $lte: now } })'), [])
  const update = { update: 'c', updates: [{ q: { _id: 1 }, u: { $set: { 'lease.until': null } } }] }
  assert.deepEqual(weakFeaturesSent('update', update), [])
})
