import { randomUUID } from 'node:crypto'
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { change, ensureIndexes, openDatabase } from '@pmq/platform/documents'
import { silentLog } from '@pmq/platform/log'
import { alternate } from '../support/alternate.ts'
import type { Bench } from '../support/bench.ts'
import { forAWhile } from '../support/for-a-while.ts'
import { type Note, noteOf, noteRevised, noteSchema } from '../support/note.ts'
import { openStorageEngines } from '../support/storage-engines.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** As many requests at work at a time as a busy service has. */
const clients = 32
const changesOfANote = 4

/** A command is `collection.commit`: the aggregate and its event in one write, acknowledged when it is on the disk. */
export const bench: Bench = {
  title: `durable commands (document and outbox) per s, ${clients} clients ÷ 4 kB fdatasync per s`,
  floor: 0.6,
  goal: 2,
  engines: ['embedded', 'real'],
  async run({ rounds, seconds, engines, say }) {
    const opened = await openStorageEngines(engines)
    const database = await openDatabase({
      uri: opened.documentsUri,
      name: `bench-${randomUUID().slice(0, 8)}`,
      source: '/services/bench',
      clock: () => new Date(),
      log: silentLog(),
    })
    const notes = database.collection<Note>('notes', noteSchema, [{ fields: { site: 1, slug: 1 }, unique: true }])
    await ensureIndexes(database)
    const file = openSync(join(temporaryFolder(), 'raw'), 'w')
    const block = Buffer.alloc(4096, 'x')
    let offset = 0
    const sides = {
      async fdatasync() {
        return forAWhile({ clients: 1, seconds }, async () => {
          offset += writeSync(file, block, 0, block.length, offset)
          fdatasyncSync(file)
        })
      },
      async command() {
        const mine: (Note | undefined)[] = []
        return forAWhile({ clients, seconds }, async (client) => {
          const note = mine[client]
          const next = note
            ? await notes.commit(change(note, { title: `Titre ${note.version}` }, noteRevised), note.version)
            : await notes.insert(change(noteOf(randomUUID()), {}, noteRevised))
          // No relay empties the outboxes here: before they grow large, another note.
          mine[client] = next.version < changesOfANote ? next : undefined
        })
      },
    }
    const { raw, medians } = await alternate({ rounds, sides, say })
    closeSync(file)
    await database.connection.dropDatabase()
    await database.close()
    await opened.close()
    return {
      ratio: (medians.command.perSecond ?? 0) / (medians.fdatasync.perSecond ?? Number.NaN),
      medians,
      raw,
      notes: { clients },
    }
  },
}
