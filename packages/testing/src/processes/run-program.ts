import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { eventually } from '../eventually/index.ts'
import { type ProgramName, programs, root } from './programs.ts'

/** How a process ended: `code` is null when a signal ended it. */
export type Ended = { code: number | null; signal: NodeJS.Signals | null; ms: number }

/** One process of the platform. The same object stays valid over restarts. */
export type RunningProcess = {
  name: ProgramName
  /** From 1 on. */
  replica: number
  /** Of the process that runs now, undefined when none does. */
  readonly pid: number | undefined
  /** Its own address, past any balancer. */
  url: string
  /** Sends a signal and does not wait (`SIGKILL`, `SIGSTOP`, `SIGCONT` …). */
  kill(signal: NodeJS.Signals): void
  /** SIGTERM, and SIGKILL when it has not ended after 15 s. @returns how it ended, and after how many ms */
  stop(): Promise<Ended>
  /** Starts it again, after stopping it when it still runs. Resolves when it is ready. */
  restart(): Promise<void>
  /** Resolves when the process that runs now has ended; at once when none runs. */
  ended(): Promise<Ended | undefined>
  /** Whether it answers that it is ready. */
  isReady(): Promise<boolean>
  /** Everything that it has printed, over all restarts. */
  said(): string
}

const endWithParent = pathToFileURL(join(root, 'scripts/end-with-parent.mjs')).href
/** As in production (`.env.example`): kafkajs asks for timers in the past. */
const flags = ['--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning']
const readyMs = 120_000 // eight processes at once on two slow cores
const patienceMs = 15_000

/**
 * Starts a program by its path; it ends with us, however we end.
 * @throws Error with what it printed, when it ends or does not get ready within two minutes
 */
export async function runProgram(options: {
  name: ProgramName
  replica: number
  port: number
  env: Record<string, string>
  logDir: string
}): Promise<RunningProcess> {
  const { name, replica, port, env, logDir } = options
  const url = `http://127.0.0.1:${port}`
  const logFile = join(logDir, `${name}-${replica}.log`)
  const said = () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '')
  const isReady = () =>
    fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(3_000) }).then(
      async (answer) => {
        await answer.body?.cancel()
        return answer.status === 200
      },
      () => false,
    )

  const begin = () => {
    const log = openSync(logFile, 'a')
    const child = spawn(process.execPath, [...flags, `--import=${endWithParent}`, join(root, programs[name])], {
      cwd: root,
      stdio: ['ignore', log, log, 'ipc'],
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
        ...env,
        PORT: `${port}`,
      },
    })
    closeSync(log)
    const ended = new Promise<Omit<Ended, 'ms'>>((resolve, reject) =>
      child.once('error', reject).once('exit', (code, signal) => resolve({ code, signal })),
    )
    return { child, ended }
  }
  let now = begin()
  const isOver = () => now.child.exitCode !== null || now.child.signalCode !== null

  const untilReady = async () => {
    const gone = now.ended.then(({ code, signal }) => {
      throw new Error(`${name} ${replica} ended (${code ?? signal}):\n${said().slice(-4_000)}`)
    })
    gone.catch(() => undefined)
    const ready = eventually(isReady, { within: readyMs, every: 100 }).catch((cause) => {
      throw new Error(`${name} ${replica} is not ready:\n${said().slice(-4_000)}`, { cause })
    })
    await Promise.race([ready, gone])
  }

  const stop = async (): Promise<Ended> => {
    const begun = performance.now()
    if (!isOver()) now.child.kill('SIGTERM')
    const hurry = setTimeout(() => now.child.kill('SIGKILL'), patienceMs)
    const how = await now.ended
    clearTimeout(hurry)
    return { ...how, ms: Math.round(performance.now() - begun) }
  }

  const running: RunningProcess = {
    name,
    replica,
    url,
    get pid() {
      return isOver() ? undefined : now.child.pid
    },
    kill: (signal) => void now.child.kill(signal),
    stop,
    async restart() {
      if (!isOver()) await stop()
      now = begin()
      await untilReady()
    },
    async ended() {
      const begun = performance.now()
      return { ...(await now.ended), ms: Math.round(performance.now() - begun) }
    },
    isReady,
    said,
  }
  await untilReady().catch(async (error) => {
    now.child.kill('SIGKILL')
    throw error
  })
  return running
}
