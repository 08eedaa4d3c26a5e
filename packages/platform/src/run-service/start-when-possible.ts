import { setTimeout as delay } from 'node:timers/promises'
import { isOutage } from '../errors/index.ts'
import type { Log } from '../log/index.ts'

const firstWaitMs = 500
const longestWaitMs = 5_000

/**
 * Starts what needs engines as soon as they answer: a cluster starts everything at once, and in no order.
 * @param start may be called again after an outage; it leaves nothing behind when it fails
 * @throws what `start` throws for any other reason; the signal's reason when it is time to stop
 */
export async function startWhenPossible<Started>(
  start: () => Promise<Started>,
  { log, signal }: { log: Pick<Log, 'warn'>; signal: AbortSignal },
): Promise<Started> {
  for (let wait = firstWaitMs; ; wait = Math.min(wait * 2, longestWaitMs)) {
    signal.throwIfAborted()
    try {
      return await start()
    } catch (error) {
      if (!isOutage(error)) throw error
      log.warn({ err: error }, 'an engine does not answer yet: the start is tried again')
      await delay(wait, undefined, { signal })
    }
  }
}
