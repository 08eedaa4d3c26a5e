import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A copy of the platform in a process of its own, as `npm start` makes one. */
export type Copy = {
  child: ChildProcess
  url: string
  /** What it has said so far, on both streams. */
  said(): string
  /** Resolves when it has printed its addresses. @throws when it ends before, with what it said */
  ready: Promise<void>
  ended: Promise<Ending>
  kill(): Promise<Ending>
}
export type Ending = { code: number | null; signal: NodeJS.Signals | null }
export type CopyOptions = {
  dataDir: string
  port: number
  env?: Record<string, string>
  /** Through scripts/run.mjs, or another program. */
  command?: string[]
}

const root = fileURLToPath(new URL('../../..', import.meta.url))

export function startCopy({ dataDir, port, env = {}, command = ['scripts/start.ts'] }: CopyOptions): Copy {
  const { PMQ_HOST: _host, LOG_LEVEL: _level, PMQ_LAUNCHER: _launcher, ...inherited } = process.env
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...command], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, PORT: String(port), PMQ_DATA: dataDir, ...env },
  })
  const { promise: ended, resolve: end } = Promise.withResolvers<Ending>()
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>()
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text
      if (said.includes('est prête')) resolve()
    })
  }
  child.on('close', (code, signal) => {
    end({ code, signal })
    reject(new Error(`The platform ended (${code ?? signal}):\n${said}`))
  })
  ready.catch(() => undefined)
  return {
    child,
    url: `http://127.0.0.1:${port}`,
    said: () => said,
    ready,
    ended,
    kill() {
      child.kill('SIGKILL')
      return ended
    },
  }
}
