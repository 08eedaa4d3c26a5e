import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** Resident memory of the platform in MiB. */
export function memoryOf(dataDir: string): number {
  const { pid } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as { pid: number }
  const kib = /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kib) / 1_024
}

/** The median of many looks: collectors come and go. */
export async function medianMemory(dataDir: string, duringMs: number): Promise<number> {
  const seen: number[] = []
  const until = performance.now() + duringMs
  do {
    seen.push(memoryOf(dataDir))
    await delay(Math.min(500, duringMs / 10))
  } while (performance.now() < until)
  return seen.toSorted((a, b) => a - b)[Math.floor(seen.length / 2)] ?? Number.NaN
}
