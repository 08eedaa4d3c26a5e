import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { eventually } from '../eventually/index.ts'
import type { Care } from './effects.ts'

export type MemberSettings = {
  brokers: string[]
  documentsUri: string
  topic: string
  service: string
  care: Care
  sessionTimeoutMs: number
}

export type MemberProcess = {
  delivered(): number
  signal(name: NodeJS.Signals): void
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>
  /** It kills itself at the worst moment: its next event has taken effect, and nobody has been told. */
  killAfterEffect(): Promise<void>
}

/** Starts a replica as a process, and waits until it has joined its group. It ends with us, however we end. */
export async function forkMember(settings: MemberSettings): Promise<MemberProcess> {
  const child = fork(fileURLToPath(new URL('member-process.ts', import.meta.url)), [JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv: ['--disable-warning=TimeoutNegativeWarning', '--disable-warning=ExperimentalWarning'],
  })
  let delivered = 0
  let joined = false
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'joined') joined = true
      else delivered = Number(line.split(' ')[1])
    })
  }
  const ended = once(child, 'exit')
  await eventually(
    () => {
      if (child.exitCode !== null) throw new Error(`A member ended with ${child.exitCode} before it had joined.`)
      return joined
    },
    { within: 60_000 },
  )
  return {
    delivered: () => delivered,
    signal: (name) => void child.kill(name),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async killAfterEffect() {
      child.send('kill yourself after the next effect')
      await ended
    },
  }
}
