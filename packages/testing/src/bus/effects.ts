import { randomUUID } from 'node:crypto'
import { createDeadLetters, createInbox, type DeadLetters, type Inbox } from '@pmq/platform/consumers'
import { openDatabase } from '@pmq/platform/documents'
import type { CloudEvent } from '@pmq/platform/events'
import { silentLog } from '@pmq/platform/log'
import { Schema } from 'mongoose'

/** What became of the events of one subject: their sequences, in the order in which they took effect. */
export type Effect = { subject: string; applied: number[] }

/** What is wrong with the effects of events 1 to `each` of every subject; all zero when nothing is. */
export type Verdict = { lost: number; doubled: number; disordered: number }

export function judge(effects: Effect[], { subjects, each }: { subjects: string[]; each: number }): Verdict {
  const verdict = { lost: 0, doubled: 0, disordered: 0 }
  const bySubject = new Map(effects.map((effect) => [effect.subject, effect.applied]))
  for (const subject of subjects) {
    const applied = bySubject.get(subject) ?? []
    const distinct = new Set(applied)
    verdict.lost += each - distinct.size
    verdict.doubled += applied.length - distinct.size
    const firsts = [...distinct]
    if (firsts.some((sequence, index) => index > 0 && sequence < (firsts[index - 1] ?? 0))) verdict.disordered++
  }
  return verdict
}

/** `projection` as our services do; the others leave out what makes an effect happen once, to be caught. */
export type Care = 'projection' | 'none'

export type Effects = {
  inbox: Inbox
  deadLetters: DeadLetters
  /** The one use case: an event changes a document of its subject. */
  apply(event: CloudEvent): Promise<void>
  read(): Promise<Effect[]>
  drop(): Promise<void>
  close(): Promise<void>
}

type Row = { _id: string; version: number; applied: number[] }

/** Effects kept on a document server, where they outlive who made them. @param name the same for all members of a group */
export async function openEffects(uri: string, name: string, care: Care = 'projection'): Promise<Effects> {
  const clock = () => new Date()
  const { connection, close } = await openDatabase({ uri, name, source: '/services/test', clock, log: silentLog() })
  const schema = new Schema<Row>({ _id: String, version: Number, applied: [Number] }, { versionKey: false })
  const model = connection.model<Row>('effects', schema, 'effects')
  const inbox = createInbox(connection, clock)
  const forgetful: Inbox = { ...inbox, has: async () => false, record: async () => undefined }
  return {
    inbox: care === 'projection' ? inbox : forgetful,
    deadLetters: createDeadLetters(connection, clock),
    async apply({ subject, sequence }) {
      const newer = care === 'projection' ? { version: { $lt: sequence } } : {}
      const update = { $set: { version: sequence }, $push: { applied: sequence } }
      const known = await model.updateOne({ _id: subject, ...newer }, update)
      if (known.matchedCount > 0) return
      await model.create({ _id: subject, version: sequence, applied: [sequence] }).catch(async (error) => {
        if (error.code !== 11000) throw error
        await model.updateOne({ _id: subject, ...newer }, update) // another member was first
      })
    },
    async read() {
      const rows = await model.find().lean<Row[]>()
      return rows.map(({ _id, applied }) => ({ subject: _id, applied }))
    },
    async drop() {
      await connection.dropDatabase()
    },
    close,
  }
}

export const effectsName = () => `effects-${randomUUID().slice(0, 8)}`
