import type { Journal } from './journal.ts'
import type { LogEntry } from './sqlite-log.ts'

/** Told once, when what the answer says is durable, or why it is not. */
export type Acknowledge = (failure?: unknown) => void

export type TurnCommit = {
  /** Asks for an answer to be given as soon as everything that it may have seen is on disk. */
  acknowledge(answer: Acknowledge): void
  /** Commits now what is waiting. */
  flush(): void
}

/**
 * One commit for all that happens in one turn of the event loop: the more clients write at a time, the more of them
 * share one wait for the disk. Nothing is acknowledged before the commit; reads that come after an uncommitted
 * write wait with it, since they may have seen it. If the commit fails, memory goes back to what the disk has.
 */
export function createTurnCommit(journal: Journal, commit: (entries: LogEntry[]) => void): TurnCommit {
  let waiting: Acknowledge[] = []
  let isScheduled = false

  function flush() {
    isScheduled = false
    const answers = waiting
    waiting = []
    const failure = journal.isEmpty() ? undefined : commitJournal()
    for (const answer of answers) answer(failure)
  }

  function commitJournal(): unknown {
    try {
      commit(journal.entries())
      journal.settle()
      return undefined
    } catch (error) {
      journal.undoAll()
      return error
    }
  }

  return {
    acknowledge(answer) {
      if (journal.isEmpty()) return answer()
      waiting.push(answer)
      if (isScheduled) return
      isScheduled = true
      setImmediate(flush)
    },
    flush,
  }
}
