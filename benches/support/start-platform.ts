import { fileURLToPath } from 'node:url'
import { freePorts } from '@pmq/testing/free-ports'
import { type Started, startOther } from './start-process.ts'
import { untilIdle } from './warm-up.ts'

export type StartedPlatform = Started & { port: number; origin: string; dataDir: string }

const root = fileURLToPath(new URL('../..', import.meta.url))
const plenty = '1000000000'

/**
 * The whole platform as `npm start` runs it, in one process with all its engines, on ports of its own. Rates are
 * counted and never reached.
 */
export async function startPlatform({
  dataDir,
  env = {},
  nodeArgs = [],
}: {
  dataDir: string
  env?: Record<string, string>
  nodeArgs?: string[]
}): Promise<StartedPlatform> {
  const port = await freePorts(5)
  const origin = `http://127.0.0.1:${port}`
  const { PMQ_HOST: _host, PMQ_LAUNCHER: _launcher, ...inherited } = process.env
  const args = ['--disable-warning=ExperimentalWarning', ...nodeArgs, 'scripts/start.ts']
  const started = await startOther(process.execPath, args, {
    cwd: root,
    env: { ...inherited, PORT: String(port), PMQ_DATA: dataDir, RATE_PAGES: plenty, RATE_API_READS: plenty, ...env },
    isReady: () =>
      fetch(`${origin}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      ),
  })
  // Indexes are built and events of before are heard.
  await untilIdle(started.pid)
  return { ...started, port, origin, dataDir }
}
