import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { freePorts } from '@pmq/testing/free-ports'
import { paragraph, paragraphs } from '../support/article-text.ts'
import { Missing } from '../support/missing.ts'
import { type Started, startOther } from '../support/start-process.ts'
import { toolsFolder } from '../support/tools-cache.ts'
import { strapiProject } from './strapi-project.ts'

export type Strapi = Started & { origin: string; paths: string[]; version: string }

const run = promisify(execFile)
const installMs = 600_000

/** Strapi on our Node, in production mode. Installed once with npm, filled at its first start, kept for the next time. */
export async function startStrapi(articles: number): Promise<Strapi> {
  const home = toolsFolder('strapi')
  const at = (name: string) => join(home, name)
  const known = existsSync(at('package.json')) ? readFileSync(at('package.json'), 'utf8') : ''
  for (const [name, text] of Object.entries(strapiProject)) {
    mkdirSync(dirname(at(name)), { recursive: true })
    writeFileSync(at(name), text)
  }
  if (known !== strapiProject['package.json'] || !existsSync(at('node_modules/@strapi/strapi'))) await install(home)

  const filling = JSON.stringify({ count: articles, paragraph, paragraphs })
  const filled = existsSync(at('bench-ids.json')) && existsSync(at('filling.json'))
  if (!filled || readFileSync(at('filling.json'), 'utf8') !== filling)
    for (const name of ['data.db', 'data.db-wal', 'data.db-shm', 'bench-ids.json']) rmSync(at(name), { force: true })

  const port = await freePorts(1)
  const origin = `http://127.0.0.1:${port}`
  const env = { NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true', STRAPI_DISABLE_UPDATE_NOTIFICATION: 'true' }
  const started = await startOther(process.execPath, [at('node_modules/@strapi/strapi/bin/strapi.js'), 'start'], {
    cwd: home,
    env: { ...process.env, ...env, PORT: String(port), BENCH_ARTICLES: filling },
    isReady: () =>
      fetch(`${origin}/_health`).then(
        ({ ok }) => ok,
        () => false,
      ),
  })
  writeFileSync(at('filling.json'), filling)
  const ids = JSON.parse(readFileSync(at('bench-ids.json'), 'utf8')) as string[]
  const { version } = JSON.parse(readFileSync(at('node_modules/@strapi/strapi/package.json'), 'utf8')) as {
    version: string
  }
  return { ...started, origin, version, paths: ids.map((id) => `/api/articles/${id}`) }
}

/** Its packages bring their programs ready made for the usual systems: none of their install scripts is needed. */
async function install(home: string): Promise<void> {
  rmSync(join(home, 'node_modules'), { recursive: true, force: true })
  try {
    const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
    await run('npm', args, { cwd: home, timeout: installMs, maxBuffer: 1e8 })
  } catch (error) {
    const said = error instanceof Error ? error.message.slice(0, 600) : ''
    throw new Missing(`This bench needs Strapi, and npm could not install it in ${home}:\n${said}`)
  }
}
