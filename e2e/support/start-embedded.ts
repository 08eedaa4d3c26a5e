import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePorts } from '@pmq/testing/free-ports'
import { siteUrls } from '@pmq/testing/sites'
import type { Platform } from './platform.ts'
import { within } from './within.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const startMs = 90_000 // on two slow cores that do other things too, with a first build

/**
 * Starts the whole platform as a user does, on ports and in a folder of its own.
 * @throws Error with everything that it printed, when it does not get ready
 */
export async function startEmbedded(): Promise<Platform> {
  const port = await freePorts(5)
  const dataDir = await mkdtemp(join(tmpdir(), 'pmq-e2e-'))
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/start.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), PMQ_DATA: dataDir },
    // The channel ends with this process, however it ends, and the platform with the channel.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (printed += text))
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const gone = exited.then((code) => Promise.reject(new Error(`The platform exited with ${code}:\n${printed}`)))
  gone.catch(() => undefined)

  const logFile = join(dataDir, 'log', 'platform.log')
  const stop = async () => {
    child.kill('SIGTERM')
    const code = await exited
    await rm(dataDir, { recursive: true, force: true })
    return code
  }
  try {
    const isReady = async () => {
      const { status } = await fetch(`http://127.0.0.1:${port}/health/ready`)
      if (status !== 200) throw new Error(`/health/ready answers ${status}`)
    }
    await Promise.race([within(startMs, 'the platform is ready', isReady, { everyMs: 200 }), gone])
  } catch (error) {
    await stop()
    throw new Error(`The platform did not start:\n${printed}`, { cause: error })
  }
  return {
    port,
    urls: siteUrls(port),
    providerUrl: `http://localhost:${port + 1}`,
    dataDir,
    async logged(...levels) {
      if (!existsSync(logFile)) return []
      const lines = (await readFile(logFile, 'utf8')).split('\n').filter(Boolean)
      return lines.filter((line) => levels.some((level) => (JSON.parse(line) as { level: string }).level === level))
    },
    stop,
  }
}
