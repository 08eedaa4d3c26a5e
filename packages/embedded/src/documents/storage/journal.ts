import type { LogEntry } from './sqlite-log.ts'

/** A change that memory already shows: what to write for it, and how to take it back if writing fails. */
export type Change = { entry: LogEntry; undo(): void }

export type Journal = {
  record(change: Change): void
  isEmpty(): boolean
  entries(): LogEntry[]
  /** Forgets the changes, which are on disk now. */
  settle(): void
  /** Takes all changes back, the last one first. */
  undoAll(): void
}

/** The changes of one turn of the event loop, that will be committed together. */
export function createJournal(): Journal {
  let changes: Change[] = []
  return {
    record: (change) => void changes.push(change),
    isEmpty: () => changes.length === 0,
    entries: () => changes.map(({ entry }) => entry),
    settle() {
      changes = []
    },
    undoAll() {
      const undone = changes.reverse()
      changes = []
      for (const change of undone) change.undo()
    },
  }
}
