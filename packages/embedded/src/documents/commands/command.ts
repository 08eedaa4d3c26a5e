import { CommandError } from '../command-error.ts'
import type { Catalog } from '../storage/catalog.ts'
import type { Document } from '../values/document.ts'
import type { Cursors, EncodedReply } from './cursors.ts'

export type CommandContext = { catalog: Catalog; cursors: Cursors }

/** A command of MongoDB: the fields that it understands (all others are refused) and what it does. */
export type Command = {
  fields: string[]
  run(command: Document, context: CommandContext): Document | EncodedReply
}

/** `database.collection` of a command whose first field names the collection. */
export function namespaceOf(command: Document): string {
  const name = command[Object.keys(command)[0] as string]
  if (typeof name !== 'string' || name === '' || name.includes('\0'))
    throw new CommandError(73, 'InvalidNamespace', 'This command needs the name of a collection.')
  return `${command.$db}.${name}`
}
