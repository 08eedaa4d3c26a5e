import { type ChildProcess, type ForkOptions, fork, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'

export type Started = { pid: number; stop(): Promise<void> }
export type StartedProgram<Word> = Started & {
  /** What it said of itself when it was ready. */
  word: Word
}

const startMs = 180_000
const stopMs = 5_000

/**
 * Starts one of our own programs in a process of its own and waits until it is ready, which it says by `sayReady`.
 * It ends with us, whatever becomes of us.
 */
export async function startProgram<Word>(
  file: URL,
  { args = [], ...options }: ForkOptions & { args?: string[] } = {},
): Promise<StartedProgram<Word>> {
  const child = fork(file, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], ...options })
  const started = follow(child)
  const timeout = AbortSignal.timeout(startMs)
  const [word] = (await Promise.race([
    once(child, 'message', { signal: timeout }),
    once(child, 'exit', { signal: timeout }).then(([code, signal]) => {
      throw new Error(`${file.pathname} ended (${code ?? signal}) before it was ready.`)
    }),
  ])) as [Word]
  return { ...started, word }
}

/** For the programs that `startProgram` starts: says what the other side needs to know, and ends with it. */
export function sayReady(word: unknown): void {
  process.on('disconnect', () => process.exit(0))
  process.on('SIGTERM', () => process.exit(0)) // so that --cpu-prof writes its file
  process.send?.(word)
}

/** Starts a program of others. @param isReady asked until it says yes */
export async function startOther(
  command: string,
  args: string[],
  { isReady, ...options }: SpawnOptions & { isReady(): Promise<boolean> },
): Promise<Started> {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], ...options })
  const started = follow(child)
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2_000)
  })
  const failed = once(child, 'error').then(([error]) => {
    throw error
  })
  const deadline = performance.now() + startMs
  const ready = async () => {
    while (!(await isReady())) {
      if (child.exitCode !== null) throw new Error(`${command} ended (${child.exitCode}) before it was ready:\n${said}`)
      if (performance.now() > deadline) throw new Error(`${command} was not ready after ${startMs / 1000} s:\n${said}`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  await Promise.race([ready(), failed])
  return started
}

function follow(child: ChildProcess): Started {
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    pid: child.pid ?? 0,
    async stop() {
      process.off('exit', kill)
      child.kill('SIGTERM')
      const impatience = setTimeout(kill, stopMs)
      await gone
      clearTimeout(impatience)
    },
  }
}
