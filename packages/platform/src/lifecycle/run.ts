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
  const signal = await nextSignal()
  log.info({ signal }, 'stopping')
  const hurry = setTimeout(() => {
    log.error('stopping took too long; ending now')
    process.exit(1)
  }, patienceMs)
  hurry.unref()
  const heard = performance.now()
  for (const name of signals)
    process.on(name, () => {
      if (performance.now() - heard > echoMs) process.exit(1)
    })
  await stopAll(parts, log)
}

const signals = ['SIGTERM', 'SIGINT'] as const

function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const heard = (name: NodeJS.Signals) => {
      for (const signal of signals) process.off(signal, heard)
      resolve(name)
    }
    for (const name of signals) process.on(name, heard)
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
