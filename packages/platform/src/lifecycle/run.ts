import type { Log } from '../log/index.ts'

/** Something that was started and can be stopped. */
export type Running = { name: string; stop(): Promise<void> }

const patienceMs = 9_000
/** One Ctrl-C may reach us several times: from the terminal, and from the npm or `node --watch` that started us. */
const echoMs = 400

/**
 * Keeps a program running until SIGTERM or SIGINT, then stops its parts in the order they were given: what takes
 * requests first, engines last. A second signal, or nine seconds, ends it at once.
 */
export async function runUntilStopped(parts: Running[], log: Log): Promise<void> {
  const signal = await firstSignal()
  log.info({ signal }, 'stopping')
  const hurry = setTimeout(() => {
    log.error('stopping took too long; ending now')
    process.exit(1)
  }, patienceMs)
  hurry.unref()
  await stopAll(parts, log)
}

/** The first one that comes. The listener stays: between two of them, a signal would get lost or kill us. */
function firstSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let heardAt: number | undefined
    const hear = (signal: NodeJS.Signals) => {
      if (heardAt !== undefined && performance.now() - heardAt > echoMs) process.exit(1)
      heardAt ??= performance.now()
      resolve(signal)
    }
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, hear)
  })
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
