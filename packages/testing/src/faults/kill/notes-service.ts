import { on } from '@pmq/platform/consumers'
import { type Aggregate, change, type Database } from '@pmq/platform/documents'
import { found } from '@pmq/platform/errors'
import { type EventType, event } from '@pmq/platform/events'
import { anyone, route } from '@pmq/platform/http'
import { job } from '@pmq/platform/jobs'
import { service } from '@pmq/platform/service'
import { z } from 'zod'

type Note = Aggregate & { scenario: string; title: string; due: boolean }

const data = z.object({ scenario: z.string(), title: z.string() })
const written = event('faults.note.written', 'A note was written.', data)
const removed = event('faults.note.removed', 'A note was taken away.', data)
const told = <Type extends string>(type: EventType<Type, z.infer<typeof data>>) => ({
  type,
  data: ({ scenario, title }: Note) => ({ scenario, title }),
})
const id = z.object({ id: z.string() })
const view = z.looseObject({ id: z.string(), version: z.int() })

export const indexFields = { title: { type: 'text' }, scenario: { type: 'keyword' } } as const

/** What the harness looks at, and how it spoils things. */
export type Hooks = {
  opened(database: Database): void
  /** Around the effect of a consumer that is not idempotent by itself: only the inbox keeps it from happening twice. */
  effect(eventId: string, work: () => Promise<void>): Promise<void>
  isMended(): boolean
  /** A store that acknowledges before it commits does not wait for `work`. */
  store<Result>(work: () => Promise<Result>, early: Result): Promise<Result>
}

/** A small service that has all that others have: creations sent again, versions, events, a projection, a job, and a poison. */
export const notesService = (hooks: Hooks) =>
  service('faults', async ({ database, search }) => {
    hooks.opened(database)
    const notes = database.collection<Note>('notes', {
      scenario: { type: String, required: true },
      title: { type: String, required: true },
      due: { type: Boolean, default: false },
    })
    const heard = database.connection.collection<{ _id: number }>('heard')
    const index = await search.index({ name: 'faults', version: 1, fields: indexFields })
    let order = 0
    return {
      tells: ['faults.note'],
      api: [
        route('POST /notes', {
          title: 'Write a note',
          allow: anyone,
          idempotent: true,
          body: z.object({ scenario: z.string(), title: z.string(), due: z.boolean() }),
          answers: { 201: view },
          handle({ body, newId }) {
            const note: Note = { id: newId(), version: 0, ...body }
            return hooks.store(() => notes.insert(change(note, {}, told(written))), { ...note, version: 1 })
          },
        }),
        route('PUT /notes/{id}', {
          title: 'Change a note',
          allow: anyone,
          params: id,
          needsVersion: true,
          body: z.object({ title: z.string() }),
          answers: { 200: view },
          async handle({ params, body, ifMatch }) {
            const note = found(await notes.get(params.id))
            return notes.commit(change(note, body, told(written)), ifMatch)
          },
        }),
        route('DELETE /notes/{id}', {
          title: 'Take a note away',
          allow: anyone,
          params: id,
          needsVersion: true,
          answers: { 204: null },
          async handle({ params, ifMatch }) {
            const note = found(await notes.get(params.id))
            await notes.remove(change(note, {}, told(removed)), ifMatch)
          },
        }),
      ],
      hears: [
        on([written, removed], 'tally', data, async ({ id: eventId, subject, sequence, data: { scenario, title } }) => {
          if (title === 'poison' && !hooks.isMended()) throw new Error('cannot digest')
          order += 1
          const row = { _id: Date.now() * 1000 + (order % 1000), event: eventId, subject, sequence, scenario }
          await hooks.effect(eventId, async () => void (await heard.insertOne(row)))
        }),
        on([written, removed], 'index', data, async ({ type, subject, sequence, data: { scenario, title } }) => {
          if (type === removed.type) await index.remove(subject, sequence)
          else await index.put([{ id: subject, version: sequence, fields: { title, scenario } }])
        }),
      ],
      jobs: [
        job('faults.finish-due', { everyMs: 20, due: async () => (await notes.count({ due: true })) > 0 }, async () => {
          for await (const note of notes.each({ due: true }))
            await notes.commit(change(note, { due: false, title: `${note.title}, done` }, told(written)), note.version)
        }),
      ],
    }
  })
