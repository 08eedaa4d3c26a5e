import { writeSync } from 'node:fs'
import type { Bus } from '@pmq/platform/bus'
import type { SearchEngine } from '@pmq/platform/search'
import type { Connection } from 'mongoose'

/** Says at each step of a process that something is about to be written, and ends the process at the one that was chosen. */
export type FaultPoints = {
  /** About to do `label`: the chosen one is not done any more. */
  step(label: string): void
  /** Chooses the `occurrence`-th step with that label from now on, and counts anew. */
  arm(label: string | undefined, occurrence: number): void
  /** How often each label came by since `arm`. */
  counts(): Record<string, number>
}

/** @param lastWords told on standard output, as a line of JSON, by a process that ends itself */
export function createFaultPoints(lastWords: () => object): FaultPoints {
  let seen: Record<string, number> = {}
  let armed: { label: string | undefined; occurrence: number } = { label: undefined, occurrence: 0 }
  return {
    step(label) {
      const nth = (seen[label] ?? 0) + 1
      seen[label] = nth
      if (label !== armed.label || nth !== armed.occurrence) return
      writeSync(1, `${JSON.stringify({ killedBefore: label, ...lastWords() })}\n`)
      process.kill(process.pid, 'SIGKILL')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0) // this thread does nothing more
    },
    arm(label, occurrence) {
      seen = {}
      armed = { label, occurrence }
    },
    counts: () => ({ ...seen }),
  }
}

const writing = new Set(['insert', 'update', 'delete', 'findAndModify'])

/** A step before each command that writes. The driver tells of it before it sends it (`monitorCommands=true` in the address). */
export function watchDocuments(connection: Connection, { step }: FaultPoints): void {
  connection.getClient().on('commandStarted', ({ commandName, command }) => {
    if (writing.has(commandName)) step(labelOf(commandName, command))
  })
}

/** Taking the lease of an outbox, clearing it and taking a document away are different steps. */
function labelOf(name: string, command: Record<string, unknown>): string {
  const updates = name === 'update' ? JSON.stringify(command.updates) : ''
  const what = updates.includes('$pull') ? ' (clear outbox)' : updates.includes('"outboxLease"') ? ' (lease)' : ''
  return `${name} ${command[name]}${what}`
}

/** Steps around publishing and after each delivery, before its position is stored. */
export const watchBus = (bus: Bus, { step }: FaultPoints): Bus => ({
  ...bus,
  async publish(events) {
    step('publish')
    await bus.publish(events)
    step('published')
  },
  subscribe: (options) =>
    bus.subscribe({
      ...options,
      async handle(event) {
        await options.handle(event)
        step(`delivered to ${options.group}`)
      },
    }),
})

/** A step before each write of a search index. */
export const watchSearch = (engine: SearchEngine, { step }: FaultPoints): SearchEngine => ({
  ...engine,
  async index(definition) {
    const index = await engine.index(definition)
    return {
      ...index,
      put(documents) {
        step('put in index')
        return index.put(documents)
      },
      remove(id, version) {
        step('remove from index')
        return index.remove(id, version)
      },
    }
  },
})
