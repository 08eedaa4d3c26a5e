import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'

/**
 * Starts a program that writes without end and says what was acknowledged, a line each; kills it at any moment, again and
 * again. For the crash tests of the engines.
 * @param argumentsOf of the program's n-th life
 * @param most of a life's acknowledgements before it is killed
 * @returns all that was acknowledged
 */
export async function killWhileWriting(
  program: string,
  argumentsOf: (life: number) => string[],
  { kills, most, forMs = 10_000 }: { kills: number; most: number; forMs?: number },
): Promise<Set<string>> {
  const acknowledged = new Set<string>()
  for (let [life, until] = [0, Date.now() + forMs]; life < kills && (life < 2 || Date.now() < until); life += 1) {
    const child = spawn(process.execPath, [program, ...argumentsOf(life)], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(child, 'exit')
    const enough = acknowledged.size + 1 + Math.floor(Math.random() * most)
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged.add(line)
      if (acknowledged.size >= enough) child.kill('SIGKILL')
    }
    await ended
  }
  return acknowledged
}

/** Every SQLite file of a folder that nobody uses is whole. */
export function assertWhole(dataDir: string): void {
  const files = globSync('**/*.db', { cwd: dataDir })
  assert.ok(files.length > 0, 'there is no database')
  for (const file of files) {
    const database = new DatabaseSync(join(dataDir, file))
    assert.equal(database.prepare('PRAGMA integrity_check').get()?.integrity_check, 'ok', file)
    database.close()
  }
}
