/** Hears from the first moment on that the program should end, until somebody else listens. */
export type StopWatch = {
  /** From now on another one hears the signals (`runUntilStopped`). */
  handOver(): void
}

const signals = ['SIGTERM', 'SIGINT'] as const

/**
 * To be called before anything else. While the platform starts, Ctrl-C and the like end it at once: whatever it was doing,
 * the next start goes on from there, as after a power cut. When the launcher (scripts/run.mjs) dies without a word, as by
 * kill -9, nobody could stop us any more: that is a signal too.
 */
export function hearStop(say: (line: string) => void): StopWatch {
  const leave = () => {
    say('Arrêt terminé.')
    process.exit(0)
  }
  for (const signal of signals) process.on(signal, leave)
  // A terminal that is closed: what we still have to say goes nowhere.
  process.on('SIGHUP', () => process.emit('SIGTERM'))
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

  const alone = () => process.emit('SIGTERM')
  if (process.connected) process.once('disconnect', alone)
  else if (isGone(process.env.PMQ_LAUNCHER)) setImmediate(alone)
  return {
    handOver() {
      for (const signal of signals) process.off(signal, leave)
    },
  }
}

/** `node --watch` stands between the launcher and us without a channel: only its absence at the start can be seen then. */
function isGone(launcher: string | undefined): boolean {
  if (!launcher) return false
  try {
    process.kill(Number(launcher), 0)
    return false
  } catch {
    return true
  }
}
