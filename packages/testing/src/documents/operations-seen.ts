import type { mongo } from 'mongoose'

/** The commands and the operators that a client has sent so far, sorted. */
export type OperationsSeen = { commands(): string[]; operators(): string[] }

/** Said by the driver for itself, by some servers' leave. */
const protocolFields = new Set(['$clusterTime', '$db', '$readPreference'])
const protocolCommands = new Set(['endSessions'])

export function createOperationsSeen(client: mongo.MongoClient): OperationsSeen {
  const commands = new Set<string>()
  const operators = new Set<string>()

  const gather = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    for (const [name, inner] of Object.entries(value)) {
      if (/^\$[a-z]/i.test(name) && !protocolFields.has(name)) operators.add(name)
      gather(inner)
    }
  }
  client.on('commandStarted', ({ commandName, command }) => {
    if (!protocolCommands.has(commandName)) commands.add(commandName)
    gather(command)
  })
  return { commands: () => [...commands].sort(), operators: () => [...operators].sort() }
}
