import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Launch } from './engine.ts'
import { birthOf } from './process-facts.ts'
import { lastLines } from './run-tool.ts'

/** A process that outlives the command that started it, remembered by its id and its birth: an id alone may have passed to another. */
export type OwnProcess = {
  /** Undefined when it does not run (any more). */
  pid(): Promise<number | undefined>
  start(launch: Launch): Promise<void>
  signal(signal: NodeJS.Signals): Promise<boolean>
  /** Asks it to end, then makes it. @returns whether there was one */
  stop(patienceMs: number): Promise<boolean>
  /** The last lines that it wrote. */
  lastLines(count: number): Promise<string>
}

export function ownProcess(folder: string): OwnProcess {
  const record = join(folder, 'process.json')
  const log = join(folder, 'log')

  const pid = async () => {
    const text = await readFile(record, 'utf8').catch(() => undefined)
    if (text === undefined) return undefined
    const known = JSON.parse(text) as { pid: number; birth: string }
    return (await birthOf(known.pid)) === known.birth ? known.pid : undefined
  }
  const signal = async (name: NodeJS.Signals) => {
    const known = await pid()
    if (known === undefined) return false
    try {
      process.kill(known, name)
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
      throw error
    }
  }
  const gone = async (patienceMs: number) => {
    const limit = performance.now() + patienceMs
    while ((await pid()) !== undefined) {
      if (performance.now() > limit) return false
      await delay(50)
    }
    return true
  }

  return {
    pid,
    signal,
    async start({ command, args, env }) {
      await mkdir(folder, { recursive: true })
      const output = openSync(log, 'a')
      const child = spawn(command, args, {
        cwd: folder,
        detached: true, // a session of its own: Ctrl-C of the command does not reach it
        stdio: ['ignore', output, output],
        env: { ...process.env, ...env },
      })
      closeSync(output)
      await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject))
      child.unref()
      const id = child.pid ?? 0
      await writeFile(`${record}.new`, JSON.stringify({ pid: id, birth: await birthOf(id) }))
      await rename(`${record}.new`, record)
    },
    async stop(patienceMs) {
      if (!(await signal('SIGTERM'))) return false
      await signal('SIGCONT') // one that was paused hears nothing
      if (!(await gone(patienceMs))) {
        await signal('SIGKILL')
        if (!(await gone(10_000))) throw new Error(`The process ${await pid()} in ${folder} does not end.`)
      }
      await rm(record, { force: true })
      return true
    },
    lastLines: async (count) => lastLines(await readFile(log, 'utf8').catch(() => ''), count),
  }
}
