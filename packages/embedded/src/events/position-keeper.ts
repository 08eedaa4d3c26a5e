import type { Position } from './event-log.ts'

/** Remembers what groups have done, and stores it a little later, many at once: what is lost by a crash is delivered again. */
export type PositionKeeper = {
  moved(position: Position): void
  /** Resolves when all that has been said so far is stored. */
  flush(): Promise<void>
}

const DELAY_MS = 50
const AFTER_FAILURE_MS = 1000

/** @param store writes durably; may be called again with what it refused */
export function createPositionKeeper(store: (positions: Position[]) => Promise<void>): PositionKeeper {
  let waiting = new Map<string, Position>()
  let timer: NodeJS.Timeout | undefined
  let storing: Promise<void> = Promise.resolve()

  const storeWaiting = async () => {
    if (waiting.size === 0) return
    const positions = waiting
    waiting = new Map()
    try {
      await store([...positions.values()])
    } catch (error) {
      waiting = new Map([...positions, ...waiting])
      throw error
    }
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    storing = storing.catch(() => undefined).then(storeWaiting)
    return storing
  }
  const later = (delay: number) => {
    timer ??= setTimeout(() => flush().catch(() => later(AFTER_FAILURE_MS)), delay)
  }

  return {
    moved(position) {
      waiting.set(JSON.stringify([position.group, position.topic, position.partition]), position)
      later(DELAY_MS)
    },
    flush,
  }
}
