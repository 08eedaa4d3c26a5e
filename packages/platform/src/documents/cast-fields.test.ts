import assert from 'node:assert/strict'
import { test } from 'node:test'
import mongoose, { Schema } from 'mongoose'
import { createFieldCaster } from './cast-fields.ts'

const cast = createFieldCaster(
  new Schema({
    _id: { type: String, required: true },
    title: { type: String, required: true },
    label: { type: String, default: null },
    tags: { type: [String], default: ['new'] },
    marks: [String],
    body: { type: {} },
    parts: { type: [{}], default: [] },
    lease: { type: new Schema({ owner: String }, { _id: false }), default: null },
    at: Date,
  }),
)

test('fields become what the schema says, as in a document of mongoose’s', () => {
  const body = { $key: [1, { at: 'x' }] }
  assert.deepEqual(cast({ title: 7, at: '2026-11-22', tags: [1, 'two'], body, parts: [{ n: 1 }], label: null }), {
    title: '7',
    at: new Date('2026-11-22'),
    tags: ['1', 'two'],
    body,
    parts: [{ n: 1 }],
    label: null,
  })
})

test('operators in place of values, and fields that nobody knows, are refused', () => {
  assert.throws(() => cast({ _id: { $gt: '' } }), mongoose.Error.CastError)
  assert.throws(() => cast({ tags: [{ $gt: '' }] }), mongoose.Error.CastError)
  assert.throws(() => cast({ tags: 'one' }), mongoose.Error.CastError)
  assert.throws(() => cast({ unknown: 1 }), mongoose.Error.StrictModeError)
  assert.throws(() => cast({ 'lease.owner': 1 }), mongoose.Error.StrictModeError)
})

test('what is new is complete: defaults of its own, and nothing that is required is missing', () => {
  const complete = () => cast({ _id: 'a', title: 'A' }, { complete: true })
  assert.deepEqual(complete(), {
    _id: 'a',
    title: 'A',
    label: null,
    tags: ['new'],
    marks: [],
    body: undefined,
    parts: [],
    lease: null,
    at: undefined,
  })
  assert.notEqual(complete().tags, complete().tags)
  assert.throws(() => cast({ _id: 'a', title: null }, { complete: true }), mongoose.Error.ValidationError)
})
