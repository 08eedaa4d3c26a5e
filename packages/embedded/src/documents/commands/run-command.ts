import { refuseOthers } from '../arguments.ts'
import { CommandError, unsupported } from '../command-error.ts'
import type { Document } from '../values/document.ts'
import { catalogCommands } from './catalog-commands.ts'
import type { Command, CommandContext } from './command.ts'
import type { EncodedReply } from './cursors.ts'
import { findAndModifyCommands } from './find-and-modify.ts'
import { indexCommands } from './index-commands.ts'
import { readCommands } from './read-commands.ts'
import { sessionCommands } from './session-commands.ts'
import { writeCommands } from './write-commands.ts'

/** Everything that this engine can do. */
const commands: Record<string, Command> = {
  ...sessionCommands,
  ...readCommands,
  ...writeCommands,
  ...findAndModifyCommands,
  ...catalogCommands,
  ...indexCommands,
}

/** Fields that any command may carry and that change nothing on one machine, where every write is durable. */
const commonFields = [
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'readConcern',
  'writeConcern',
  'maxTimeMS',
  'comment',
]

/** Runs a command; all errors become replies, as the protocol wants. */
export function runCommand(command: Document, context: CommandContext): Document | EncodedReply {
  try {
    const name = Object.keys(command)[0] ?? ''
    refuseTransactions(name, command)
    const known = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!known) throw new CommandError(59, 'CommandNotFound', `The embedded document engine has no command '${name}'.`)
    refuseOthers(name, command, [name, ...commonFields, ...known.fields])
    return known.run(command, context)
  } catch (error) {
    return errorReply(error)
  }
}

/** A change and its events are one document (see the outbox), so that nothing here needs transactions. */
function refuseTransactions(name: string, command: Document) {
  if (name === 'commitTransaction' || name === 'abortTransaction') throw unsupported(`transactions (${name})`)
  for (const field of ['startTransaction', 'autocommit', 'txnNumber'])
    if (field in command) throw unsupported(`transactions and retryable writes ('${field}' in ${name})`)
}

export function errorReply(error: unknown): Document {
  if (error instanceof CommandError) {
    const { code, codeName, message, details } = error
    return { ok: 0, errmsg: message, code, codeName, ...details }
  }
  return { ok: 0, errmsg: `Internal error: ${(error as Error).message}`, code: 1, codeName: 'InternalError' }
}
