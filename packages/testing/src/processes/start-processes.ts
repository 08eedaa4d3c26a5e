import { mkdirSync } from 'node:fs'
import { type Site, siteUrls } from '../sites/index.ts'
import { allIsFound } from './all-is-found.ts'
import { allowSignInAt } from './allow-sign-in.ts'
import { type Balancer, startBalancer } from './balancer.ts'
import { emptyEngines } from './empty-engines.ts'
import { type ProgramName, portsFrom, programNames, settings } from './programs.ts'
import { type Ended, type RunningProcess, runProgram } from './run-program.ts'
import { runScript } from './run-script.ts'

export type ProcessesOptions = {
  /** Addresses and secrets of the engines, as `.env.example` names them; what `engineEnvironment()` of `@pmq/infra/engines` gives. */
  engines: Record<string, string>
  /** Of each program; with more than one, a balancer stands before them. Default 1. */
  replicas?: number
  /** One file for each process; made when it is not there. */
  logDir: string
  /** The first of `4 × (replicas + 1)` ports. The gateway has this one. */
  port: number
  /** Empties the engines of this machine first. Default false: goes on with what they hold. */
  fresh?: boolean
  /** Adds the first contents that are missing. Default true. */
  seed?: boolean
  /** More settings for all programs, for example `RATE_PAGES`. */
  env?: Record<string, string>
}

export type Processes = {
  /** Address of each site, without a slash at the end. */
  urls: Record<Site, string>
  port: number
  processes: RunningProcess[]
  /** The replicas of one program. */
  of(name: ProgramName): RunningProcess[]
  /** How many connections each replica was given; empty without balancers. */
  given(name: ProgramName): number[]
  /** Lines of all logs at these levels. What is no line of JSON counts as `fatal`: a program that died with a stack. */
  logged(...levels: ('warn' | 'error' | 'fatal')[]): string[]
  /** Stops the gateways first, then the rest. @returns how each process ended */
  stop(): Promise<(Ended & { name: ProgramName; replica: number })[]>
}

/**
 * Starts the platform as it runs on a cluster: each program a process of its own, on real engines. Resolves when all are ready.
 * @throws Error with what a program printed that does not get ready; nothing is left running then
 */
export async function startProcesses(options: ProcessesOptions): Promise<Processes> {
  const { engines, replicas = 1, logDir, port, fresh = false, seed = true, env = {} } = options
  mkdirSync(logDir, { recursive: true })
  const ports = portsFrom(port)
  const urls = siteUrls(port)
  if (fresh) await emptyEngines(engines)
  await Promise.all([allowSignInAt(urls.portal, engines), runScript('scripts/build.ts', engines)])
  if (seed) await runScript('scripts/seed.ts', engines)

  const all = programNames.flatMap((name) =>
    Array.from({ length: replicas }, (_, index) => ({ name, replica: index + 1 })),
  )
  const starting = all.map(({ name, replica }) =>
    runProgram({
      name,
      replica,
      port: replicas === 1 ? ports[name] : portsFrom(port + 4 * replica)[name],
      env: { ...engines, ...settings(ports), ...env },
      logDir,
    }),
  )
  const started = await Promise.allSettled(starting)
  const processes = started.filter((result) => result.status === 'fulfilled').map(({ value }) => value)
  const of = (name: ProgramName) => processes.filter((one) => one.name === name)
  const failed = started.find((result) => result.status === 'rejected')
  if (failed) {
    for (const one of processes) one.kill('SIGKILL')
    throw failed.reason
  }
  const balancers = new Map<ProgramName, Balancer>()
  if (replicas > 1) {
    for (const name of programNames) {
      const targets = of(name).map(({ url, isReady }) => ({ port: Number(new URL(url).port), isReady }))
      balancers.set(name, await startBalancer(ports[name], targets))
    }
  }

  if (fresh && seed) await allIsFound(`http://127.0.0.1:${port}`, engines)

  const stopAll = (ones: RunningProcess[]) =>
    Promise.all(ones.map(async (one) => ({ name: one.name, replica: one.replica, ...(await one.stop()) })))
  return {
    urls,
    port,
    processes,
    of,
    given: (name) => balancers.get(name)?.given() ?? [],
    logged: (...levels) => processes.flatMap((one) => linesOf(one, levels)),
    async stop() {
      const gateways = await stopAll(of('gateway'))
      const others = await stopAll(processes.filter(({ name }) => name !== 'gateway'))
      await Promise.all([...balancers.values()].map((balancer) => balancer.close()))
      return [...gateways, ...others]
    },
  }
}

function linesOf(one: RunningProcess, levels: string[]): string[] {
  const isWanted = (line: string) => {
    try {
      return levels.includes((JSON.parse(line) as { level: string }).level)
    } catch {
      return levels.includes('fatal')
    }
  }
  const lines = one
    .said()
    .split('\n')
    .filter((line) => line.trim() !== '')
  return lines.filter(isWanted).map((line) => `${one.name} ${one.replica}: ${line}`)
}
