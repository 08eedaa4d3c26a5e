import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

export type Profiler = {
  /** Arguments of Node and environment for the process that is to be profiled. */
  nodeArgs: string[]
  env: Record<string, string>
  /** @returns where the time of the process went while `work` ran: functions by their own share */
  during(pid: number, work: () => Promise<unknown>): Promise<string[]>
}

const idle: Profiler = { nodeArgs: [], env: {}, during: async () => [] }

/** Profiles a process of ours, all its threads together, while it works: not its start. Does nothing unless it is wanted. */
export function createProfiler(wanted: boolean): Profiler {
  if (!wanted) return idle
  const folder = mkdtempSync(join(tmpdir(), 'pmq-profile-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return {
    nodeArgs: ['--import', new URL('profile-preload.ts', import.meta.url).href],
    env: { PMQ_PROFILES: folder },
    async during(pid, work) {
      process.kill(pid, 'SIGUSR2')
      await delay(500)
      await work()
      process.kill(pid, 'SIGUSR2')
      await delay(3_000) // each thread writes its file
      return profileLines(folder)
    },
  }
}

type CpuProfile = {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[]
  samples: number[]
  timeDeltas: number[]
}

function profileLines(folder: string, most = 45): string[] {
  const own = new Map<string, number>()
  let total = 0
  for (const file of readdirSync(folder)) {
    const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile
    const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
    profile.samples.forEach((id, index) => {
      const name = names.get(id) ?? ''
      if (name.startsWith('(idle)') || name.startsWith('post  node:inspector')) return
      const time = profile.timeDeltas[index] ?? 0
      total += time
      own.set(name, (own.get(name) ?? 0) + time)
    })
  }
  return [...own]
    .sort(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([name, time]) => `${((100 * time) / total).toFixed(1).padStart(5)} %  ${name}`)
}

const nameOf = ({ functionName, url, lineNumber }: CpuProfile['nodes'][number]['callFrame']) =>
  url === ''
    ? functionName
    : `${functionName || '(anonymous)'}  ${url.split('/').slice(-3).join('/')}:${lineNumber + 1}`
