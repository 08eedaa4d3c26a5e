import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { Missing } from './missing.ts'

/** Fields of /proc/PID/stat, counted after the name of the program. @see man 5 proc */
const field = { parent: 1, userTicks: 11, systemTicks: 12, waitedUserTicks: 13, waitedSystemTicks: 14, pages: 21 }

/** @throws Missing where there is no /proc: say so before a bench begins */
export function needProcessTimes(): void {
  if (process.platform === 'linux') return
  throw new Missing(`This bench reads the CPU time of processes in /proc, which ${process.platform} does not have.`)
}

let ticksPerSecond: number | undefined
const tickMs = () => {
  ticksPerSecond ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
  return 1000 / ticksPerSecond
}

/**
 * CPU time (user and system) that processes, all their threads and all their descendants have used, those included
 * that have ended and were waited for. To be read twice: the difference is what was used in between.
 * @returns milliseconds, in steps of 10 on most machines
 */
export function cpuMs(...pids: number[]): number {
  let ticks = 0
  for (const stat of tree(pids))
    ticks +=
      Number(stat[field.userTicks]) +
      Number(stat[field.systemTicks]) +
      Number(stat[field.waitedUserTicks]) +
      Number(stat[field.waitedSystemTicks])
  return ticks * tickMs()
}

/** Memory that processes and their descendants hold, in bytes; pages that they share are counted for each. */
export function residentBytes(...pids: number[]): number {
  const pageBytes = 4096
  return tree(pids).reduce((sum, stat) => sum + Number(stat[field.pages]) * pageBytes, 0)
}

/** The stat fields of processes and of all that descend from them. */
function tree(pids: readonly number[]): string[][] {
  const stats = new Map<number, string[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8')
      stats.set(Number(name), text.slice(text.lastIndexOf(')') + 2).split(' '))
    } catch {
      // It ended while we were looking.
    }
  }
  const wanted = new Set(pids)
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size
    for (const [pid, stat] of stats) if (wanted.has(Number(stat[field.parent]))) wanted.add(pid)
  }
  return [...wanted].flatMap((pid) => {
    const stat = stats.get(pid)
    return stat ? [stat] : []
  })
}
