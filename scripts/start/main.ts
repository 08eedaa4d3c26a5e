import { flushCompileCache } from 'node:module'
import { loadConfig } from '@pmq/platform/config'
import { runUntilStopped } from '@pmq/platform/lifecycle'
import type { Log } from '@pmq/platform/log'
import { banner } from './banner.ts'
import { buildFronts } from './build-fronts.ts'
import { checkPorts } from './check-ports.ts'
import type { StopWatch } from './hear-stop.ts'
import { lockData } from './lock-data.ts'
import { openLog } from './open-log.ts'
import { type StartSettings, startSettings } from './settings.ts'
import { StartProblem, startProblemOf } from './start-problem.ts'

type Terminal = { say(line: string): void; stopWatch: StopWatch }

/** Starts the platform, runs it until it is told to stop, stops it. @returns the exit code */
export async function main(env: NodeJS.ProcessEnv, terminal: Terminal): Promise<number> {
  let settings: StartSettings | undefined
  try {
    settings = loadConfig(startSettings, env)
    await run(settings, terminal)
    return 0
  } catch (error) {
    const context = { port: settings?.ports.gateway ?? 0, dataDir: settings?.dataDir ?? '' }
    const problem = startProblemOf(error, context)
    console.error(problem instanceof StartProblem ? `\n${problem.message}\n` : problem)
    return 1
  }
}

async function run(settings: StartSettings, { say, stopWatch }: Terminal): Promise<void> {
  const begun = performance.now()
  const unlock = await lockData(settings.dataDir, { url: `http://localhost:${settings.ports.gateway}` })
  const log = openLog(settings.dataDir, settings.logLevel)
  endOnTheUnforeseen(log, settings)
  await checkPorts(settings)
  await buildFronts()
  // Loaded only now: the pages are a product of the build.
  const { startPlatform } = await import('./start-platform.ts')
  const platform = await startPlatform(settings, log, {
    onFailure({ engine, error }) {
      // An engine is not optional, and what it acknowledged is on the disk: stop, and say so.
      log.fatal({ err: error, engine }, 'an embedded engine stopped')
      console.error(`Le moteur «\u202f${engine}\u202f» s’est arrêté\u00a0: ${error.message}`)
      process.exit(1)
    },
  })
  flushCompileCache() // now, since a process that is killed writes nothing
  say(banner(platform, settings, ((performance.now() - begun) / 1000).toFixed(1)))
  const stopped = runUntilStopped([{ name: 'platform', stop: platform.stop }], log)
  stopWatch.handOver()
  await stopped
  unlock()
  say('Arrêt terminé.')
}

/** A defect of ours leaves us in a state that we do not know; what was acknowledged is on the disk. */
function endOnTheUnforeseen(log: Log, { dataDir }: StartSettings): void {
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an unforeseen error')
    console.error(
      `La plateforme s’arrête sur une erreur imprévue\u00a0: ${error.message}\nDétails\u00a0: ${dataDir}/log/platform.log. Vous pouvez la relancer\u202f; rien n’est perdu.`,
    )
    process.exit(1)
  })
}
