import mongoose, { type Connection } from 'mongoose'
import { allowedOperations } from './allowed-operations.ts'
import { createOperationsSeen, type OperationsSeen } from './operations-seen.ts'
import { weakFeaturesSent } from './weak-features.ts'

export type WatchedOperations = {
  /** What was asked of servers and is weak, or is not among the operations that the contract proves. Empty: all is well. */
  complaints(): string[]
  /** Ends the watch. */
  stop(): void
}

/** Watches what every connection, opened from now on in this process, asks of its server. */
export function watchOperations(): WatchedOperations {
  const { createConnection } = mongoose
  const original = (...to: [string, mongoose.ConnectOptions]) =>
    Reflect.apply(createConnection, mongoose, to) as Connection
  const seen: OperationsSeen[] = []
  const weak = new Set<string>()
  mongoose.createConnection = (uri?: string, options?: mongoose.ConnectOptions): Connection => {
    const connection = original(uri as string, { ...options, monitorCommands: true })
    // The client exists as soon as connecting has begun.
    const client = connection.getClient()
    seen.push(createOperationsSeen(client))
    client.on('commandStarted', ({ commandName, command }) => {
      for (const name of weakFeaturesSent(commandName, command)) weak.add(`${name} in ${commandName}`)
    })
    return connection
  }
  const unproved = (kind: 'commands' | 'operators') => {
    const allowed: readonly string[] = allowedOperations[kind]
    return [...new Set(seen.flatMap((one) => one[kind]()))].filter((name) => !allowed.includes(name))
  }
  return {
    complaints: () => [
      ...weak,
      ...unproved('commands').map((name) => `the command ${name} is not among those allowed`),
      ...unproved('operators').map((name) => `${name} is not among the operators allowed`),
    ],
    stop() {
      mongoose.createConnection = createConnection
    },
  }
}
