import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Program, type ProgramOptions, startProgram } from './start-program.ts'

export type Answer = { status: number; body: { id: string; version: number; items?: { id: string }[] } }
export type Asked = { key?: string; version?: number; body?: object }

/** A data folder, the program that works on it, and a client who does not give up when it is killed. */
export type World = {
  program(): Program
  /** Sends a request; when the program dies before it answers, it is started anew and gets the same request again. */
  ask(method: string, path: string, asked?: Asked): Promise<Answer & { repeated: boolean }>
  /** Sends it once. @throws when the program dies */
  askOnce(method: string, path: string, asked?: Asked): Promise<Answer>
  /** Does `work`, again after each death of the program. */
  patiently<Result>(work: (program: Program) => Promise<Result>): Promise<Result>
  /** Starts the program anew if it is dead. */
  revive(): Promise<void>
  /** How often it died, and the events that may have had their effect twice for it. */
  deaths(): { count: number; inHand: ReadonlySet<string>; before: string[] }
  /** Ends all, and checks the files. */
  close(): Promise<void>
}

/** After its death a process is gone for good: the next one's clock is past all leases, unless it is alone and frees them. */
const leapMs = 61_000

export async function createWorld(given: Pick<ProgramOptions, 'alone' | 'variant'>): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kill-'))
  const inHand = new Set<string>()
  const before: string[] = []
  let [count, aheadMs] = [0, 0]
  let mended = false
  const start = () => startProgram({ ...given, dataDir, aheadMs })
  let program = await start()
  let reviving: Promise<void> | undefined

  const revive = async () => {
    await program.ended
    const words = program.lastWords()
    count += 1
    if (words) before.push(words.killedBefore)
    for (const event of words?.inHand ?? []) inHand.add(event)
    if (!given.alone) aheadMs += leapMs
    program = await start()
    if (mended) await program.control('mend')
  }
  const world: World = {
    program: () => ({
      ...program,
      async control(what, body) {
        if (what !== 'arm') mended = what === 'mend'
        await program.control(what, body)
      },
    }),
    async askOnce(method, path, { key, version, body } = {}) {
      const answer = await fetch(`${program.url}${path}`, {
        method,
        headers: {
          authorization: 'Bearer token',
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(key ? { 'idempotency-key': key } : {}),
          ...(version ? { 'if-match': `"${version}"` } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      const text = await answer.text()
      return { status: answer.status, body: text ? JSON.parse(text) : {} }
    },
    async ask(method, path, asked) {
      for (let repeated = false; ; repeated = true) {
        const asking = program
        try {
          return { ...(await world.askOnce(method, path, asked)), repeated }
        } catch (error) {
          if (asking === program && asking.lastWords() === undefined && !isBroken(error)) throw error
          await world.revive()
        }
      }
    },
    async patiently(work) {
      for (;;) {
        try {
          return await work(world.program())
        } catch (error) {
          if (!isBroken(error)) throw error
          await world.revive()
        }
      }
    },
    async revive() {
      reviving ??= revive().finally(() => {
        reviving = undefined
      })
      await reviving
    },
    deaths: () => ({ count, inHand, before }),
    async close() {
      await program.kill()
      const files = globSync('**/*.db', { cwd: dataDir })
      assert.ok(files.length >= 3, `only ${files}`)
      for (const file of files) {
        const database = new DatabaseSync(join(dataDir, file))
        assert.equal(database.prepare('PRAGMA integrity_check').get()?.integrity_check, 'ok', file)
        database.close()
      }
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  return world
}

/** The connection ended without an answer. */
export const isBroken = (error: unknown): boolean => error instanceof TypeError && error.message === 'fetch failed'
