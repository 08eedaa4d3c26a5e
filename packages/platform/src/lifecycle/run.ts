import type { Log } from '../log/index.ts'

/** Something that was started and can be stopped. */
export type Running = { name: string; stop(): Promise<void> }

const patienceMs = 9_000

/**
 * Keeps a program running until SIGTERM or SIGINT, then stops its parts in the order they were given: what takes
 * requests first, engines last. A second signal, or nine seconds, ends it at once.
 */
export async function runUntilStopped(parts: Running[], log: Log): Promise<void> {
  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, resolve)
  })
  log.info({ signal }, 'stopping')
  const hurry = setTimeout(() => {
    log.error('stopping took too long; ending now')
    process.exit(1)
  }, patienceMs)
  hurry.unref()
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => process.exit(1))
  await stopAll(parts, log)
}

/** Stops every part in turn, whatever one of them says. */
export async function stopAll(parts: Running[], log: Log): Promise<void> {
  for (const part of parts) {
    try {
      await part.stop()
    } catch (error) {
      log.warn({ err: error, part: part.name }, 'a part did not stop cleanly')
    }
  }
}
