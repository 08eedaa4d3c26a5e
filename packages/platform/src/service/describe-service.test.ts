import assert from 'node:assert/strict'
import test from 'node:test'
import { z } from 'zod'
import { anyOf, route } from '../http/index.ts'
import { describeService } from './describe-service.ts'
import { service } from './service.ts'

const notes = service('notes', ({ database }) => {
  const all = database.collection('notes', {})
  return {
    api: [
      route('GET /notes', {
        title: 'List',
        allow: anyOf('editor'),
        answers: { 200: z.object({ total: z.int() }) },
        handle: async () => ({ total: await all.count({}) }),
      }),
    ],
    tells: ['notes.note'],
  }
})

test('a service is described without any engine, its own routes and those that all have', async () => {
  const { openapi, tells } = await describeService(notes)
  assert.deepEqual(Object.keys(openapi.paths), [
    '/api/notes/notes',
    '/api/notes/dead-letters',
    '/api/notes/dead-letters/{id}/replay',
    '/api/notes/dead-letters/{id}',
  ])
  assert.deepEqual(tells, ['notes.note'])
})

test('a service that asks an engine while it is composed is told so by the engine’s name', async () => {
  const eager = service('eager', async ({ database }) => {
    await database.check()
    return { api: [] }
  })
  await assert.rejects(describeService(eager), /no database here/)
})
