import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type CpuProfile = {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[]
  samples: number[]
  timeDeltas: number[]
}

/** Arguments of Node with which a process writes its CPU profile when it ends. */
export const profilingArgs = (folder: string) => ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=500']

/** Where the time of the profiles in a folder went: functions by their own share, the idle time left out. */
export function profileLines(folder: string, most = 40): string[] {
  const own = new Map<string, number>()
  let total = 0
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))) {
    const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile
    const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
    profile.samples.forEach((id, index) => {
      const name = names.get(id) ?? ''
      if (name.startsWith('(idle)')) return
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
