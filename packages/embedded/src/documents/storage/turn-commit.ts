import type { Journal } from './journal.ts'
import type { SqliteLog } from './sqlite-log.ts'

/** Told once, when what the answer says is durable, or why it is not. */
export type Acknowledge = (failure?: unknown) => void

export type TurnCommit = {
  /** Asks for an answer to be given as soon as everything that it may have seen is on disk. */
  acknowledge(answer: Acknowledge): void
  /** Resolves when all that has been asked for so far is answered, or is lost. */
  flush(): Promise<void>
}

/**
 * One commit for all that happens in one turn of the event loop, and for all that happens while the disk is busy with the
 * one before: the more clients write at a time, the more of them share one wait for the disk, which nobody else waits for.
 * Nothing is acknowledged before the disk has it; reads that come after an unfinished write wait with it, since they may
 * have seen it. If the commit fails, memory goes back to what the disk has.
 * @param lost told when the disk did not say that it has what was committed: nobody knows any more what it has
 */
export function createTurnCommit(
  journal: Journal,
  log: Pick<SqliteLog, 'commit' | 'sync'>,
  lost: (error: unknown) => void,
): TurnCommit {
  let waiting: Acknowledge[] = []
  let isScheduled = false
  /** Those whose writes are on their way to the disk. */
  let onTheWay: Acknowledge[] | undefined
  let arrived: Promise<void> = Promise.resolve()
  let isLost = false

  function schedule() {
    if (isScheduled || onTheWay) return // on arrival it is scheduled again
    isScheduled = true
    setImmediate(begin)
  }

  function begin() {
    isScheduled = false
    if (onTheWay) return
    const answers = waiting
    waiting = []
    const failure = journal.isEmpty() ? undefined : commitJournal()
    if (failure !== undefined) return answerAll(answers, failure)
    onTheWay = answers
    arrived = log.sync().then(arrive, (error) => {
      isLost = true
      lost(error)
    })
  }

  function arrive() {
    const answers = onTheWay ?? []
    onTheWay = undefined
    answerAll(answers)
    if (waiting.length > 0) schedule()
  }

  function commitJournal(): unknown {
    try {
      log.commit(journal.entries())
      journal.settle()
      return undefined
    } catch (error) {
      journal.undoAll()
      return error
    }
  }

  return {
    acknowledge(answer) {
      if (journal.isEmpty()) return onTheWay ? void onTheWay.push(answer) : answer()
      waiting.push(answer)
      schedule()
    },
    async flush() {
      while (!isLost && (waiting.length > 0 || onTheWay)) {
        if (!onTheWay) begin()
        await arrived
      }
    },
  }
}

function answerAll(answers: readonly Acknowledge[], failure?: unknown) {
  for (const answer of answers) answer(failure)
}
