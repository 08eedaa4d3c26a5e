import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, afterEach } from 'node:test'
import { fileURLToPath } from 'node:url'
import { findFreePorts } from './free-ports.ts'
import { within } from './within.ts'

export const siteHosts = {
  portal: 'localhost',
  heritage: 'patrimoine.localhost',
  scic: 'scic.localhost',
  produits: 'produits.localhost',
} as const
export type Site = keyof typeof siteHosts
export const sites = Object.keys(siteHosts) as Site[]

export type Platform = {
  port: number
  /** Address of each site, without a slash at the end. */
  urls: Record<Site, string>
  /** Origin of the identity provider. */
  providerUrl: string
  dataDir: string
  /** Lines of the log at these levels. */
  logged(...levels: ('warn' | 'error' | 'fatal')[]): Promise<string[]>
  /** As Ctrl-C does it. @returns the exit code */
  stop(): Promise<number | null>
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const startMs = 90_000 // on two slow cores that do other things too, with a first build

/**
 * Starts the whole platform as a user does, on ports and in a folder of its own.
 * @throws Error with everything that it printed, when it does not get ready
 */
async function startPlatform(): Promise<Platform> {
  const port = await findFreePorts(5)
  const dataDir = await mkdtemp(join(tmpdir(), 'pmq-e2e-'))
  const url = (host: string) => `http://${host}:${port}`
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
      const { status } = await fetch(`${url('127.0.0.1')}/health/ready`)
      if (status !== 200) throw new Error(`/health/ready answers ${status}`)
    }
    await Promise.race([within(startMs, 'the platform is ready', isReady, { everyMs: 200 }), gone])
  } catch (error) {
    await stop()
    throw new Error(`The platform did not start:\n${printed}`, { cause: error })
  }
  return {
    port,
    urls: {
      portal: url(siteHosts.portal),
      heritage: url(siteHosts.heritage),
      scic: url(siteHosts.scic),
      produits: url(siteHosts.produits),
    },
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

/**
 * One platform for a whole test file. When a test fails, what the platform found worth a warning is shown; and a file
 * in which the platform logged an error has failed, for an error means that somebody must act.
 */
export async function platformForTests(): Promise<Platform> {
  const platform = await startPlatform()
  afterEach(async (context) => {
    if ('passed' in context && context.passed === false)
      for (const line of await platform.logged('warn', 'error', 'fatal')) context.diagnostic(line)
  })
  after(async () => {
    const errors = await platform.logged('error', 'fatal')
    const code = await platform.stop()
    if (errors.length > 0) throw new Error(`The platform logged errors:\n${errors.join('\n')}`)
    if (code !== 0) throw new Error(`The platform stopped with exit code ${code}`)
  })
  return platform
}
