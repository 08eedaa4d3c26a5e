import { Long } from 'bson'
import { documentsIn } from '../arguments.ts'
import type { Command } from './command.ts'

/** MongoDB 7.0: the newest version whose wire protocol needs nothing that is not here. */
const WIRE_VERSION = 21
const VERSION = [7, 0, 0]

let connections = 0

const hello: Command = {
  fields: [
    'helloOk',
    'client',
    'compression',
    'saslSupportedMechs',
    'loadBalanced',
    'topologyVersion',
    'maxAwaitTimeMS',
    'backpressure',
  ],
  run: () => ({
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    maxBsonObjectSize: 16 * 1024 * 1024,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: ++connections,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    readOnly: false,
    ok: 1,
  }),
}

/** Answers "done" to what needs nothing to be done here: sessions hold no state, since there are no transactions. */
const nothingToDo: Command = { fields: [], run: () => ({ ok: 1 }) }

const getMore: Command = {
  fields: ['collection', 'batchSize'],
  run: ({ getMore, $db, collection, batchSize }, { cursors }) =>
    cursors.next(String(getMore), `${$db}.${collection}`, batchSize),
}

const killCursors: Command = {
  fields: ['cursors'],
  run({ cursors: ids }, { cursors }) {
    const killed = documentsIn(ids, 'cursors').map(String)
    const existed = killed.map((id) => cursors.kill(id))
    const longs = (wanted: boolean) => killed.filter((_, i) => existed[i] === wanted).map((id) => Long.fromString(id))
    return { cursorsKilled: longs(true), cursorsNotFound: longs(false), cursorsAlive: [], cursorsUnknown: [], ok: 1 }
  },
}

export const sessionCommands: Record<string, Command> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping: nothingToDo,
  endSessions: nothingToDo,
  buildInfo: { fields: [], run: () => ({ version: VERSION.join('.'), versionArray: [...VERSION, 0], ok: 1 }) },
  getMore,
  killCursors,
}
