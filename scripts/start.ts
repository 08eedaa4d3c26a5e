// `npm start`: the whole platform on embedded engines, in one process.

import { ConfigError, loadConfig } from '@pmq/platform/config'
import { runUntilStopped } from '@pmq/platform/lifecycle'
import { banner } from './start/banner.ts'
import { buildFronts } from './start/build-fronts.ts'
import { lockData } from './start/lock-data.ts'
import { openLog } from './start/open-log.ts'
import { startSettings } from './start/settings.ts'
import { StartProblem, startProblemOf } from './start/start-problem.ts'
import { stopWithParent } from './start/stop-with-parent.ts'

async function main(): Promise<void> {
  const begun = performance.now()
  const settings = loadConfig(startSettings, process.env)
  try {
    const unlock = await lockData(settings.dataDir)
    const log = openLog(settings.dataDir, settings.logLevel)
    await buildFronts()
    // Loaded only now: the pages are a product of the build.
    const { startPlatform } = await import('./start/start-platform.ts')
    const platform = await startPlatform(settings, log, {
      onFailure({ engine, error }) {
        // An engine is not optional, and what it acknowledged is on the disk: stop, and say so.
        log.fatal({ err: error, engine }, 'an embedded engine stopped')
        console.error(`Le moteur « ${engine} » s’est arrêté : ${error.message}`)
        process.exit(1)
      },
    })
    console.log(banner(platform, settings, ((performance.now() - begun) / 1000).toFixed(1)))
    stopWithParent()
    await runUntilStopped([{ name: 'platform', stop: platform.stop }], log)
    unlock()
    console.log('Arrêt terminé.')
  } catch (error) {
    throw startProblemOf(error, { port: settings.ports.gateway, dataDir: settings.dataDir })
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    const known = error instanceof StartProblem || error instanceof ConfigError
    console.error(known ? `\n${error.message}\n` : error)
    process.exit(1)
  },
)
