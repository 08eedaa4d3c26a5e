import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { State } from './state.ts'
import type { Variant } from './variants.ts'

export type ProgramOptions = {
  dataDir: string
  /** What a dead process held is free at once; otherwise its leases have to run out. */
  alone: boolean
  /** How far the program's clock is ahead, so that nobody has to wait for leases. */
  aheadMs: number
  variant: Variant
}

export type Program = {
  url: string
  /** Resolves when it is gone. */
  ended: Promise<unknown>
  kill(): Promise<unknown>
  control(what: 'arm' | 'mend' | 'spoil', body?: { label?: string; occurrence?: number }): Promise<void>
  counts(): Promise<Record<string, number>>
  state(scenario?: string): Promise<State>
  /** What it said when it ended itself: before which step, and which events were between their effect and its record. */
  lastWords(): { killedBefore: string; inHand: string[] } | undefined
}

export async function startProgram(options: ProgramOptions): Promise<Program> {
  const program = fileURLToPath(import.meta.resolve('./program.ts'))
  const args = ['--disable-warning=ExperimentalWarning', program, JSON.stringify(options)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  const words: Record<string, unknown>[] = []
  const listening = Promise.withResolvers<number>()
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = JSON.parse(line) as { port?: number }
    if (said.port) listening.resolve(said.port)
    else words.push(said)
  })
  void ended.then(() => listening.reject(new Error('The program ended before it listened.')))
  const url = `http://127.0.0.1:${await listening.promise}`
  const ask = async <Said>(what: string, body: object = {}): Promise<Said> => {
    const answer = await fetch(`${url}/control/${what}`, { method: 'POST', body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(await answer.text())
    return (await answer.json()) as Said
  }
  return {
    url,
    ended,
    kill() {
      child.kill('SIGKILL')
      return ended
    },
    control: (what, body) => ask(what, body),
    counts: () => ask('counts'),
    state: (scenario) => ask('state', scenario === undefined ? {} : { scenario }),
    lastWords: () => words.at(-1) as ReturnType<Program['lastWords']>,
  }
}
