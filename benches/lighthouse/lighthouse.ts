import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Missing } from '../support/missing.ts'
import { toolsFolder } from '../support/tools-cache.ts'

const version = '13.5.0'
const run = promisify(execFile)
const home = () => toolsFolder('lighthouse')
const program = () => join(home(), 'node_modules/lighthouse/cli/index.js')

/** Installed once with npm in a folder of its own: its tree is no dependency of the project. @throws Missing */
export async function installLighthouse(): Promise<void> {
  const manifest = join(home(), 'package.json')
  const wanted = JSON.stringify({ private: true, dependencies: { lighthouse: version } })
  if (existsSync(program()) && existsSync(manifest) && readFileSync(manifest, 'utf8') === wanted) return
  writeFileSync(manifest, wanted)
  try {
    const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
    await run('npm', args, { cwd: home(), timeout: 300_000, maxBuffer: 1e8 })
  } catch (error) {
    const said = error instanceof Error ? error.message.slice(0, 600) : ''
    throw new Missing(`This bench needs Lighthouse, and npm could not install it in ${home()}:\n${said}`)
  }
}

export type Scores = {
  performance: number
  accessibility: number
  bestPractices: number
  seo: number
  layoutShift: number
}
export type Verdict = { scores: Scores /** What cost points, in Lighthouse's words. */; faults: string[] }

type Report = {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { title: string; score: number | null; numericValue?: number; displayValue?: string }>
}

/** A phone on a slow network, as Lighthouse simulates it by default. */
export async function judge(url: string, chromium: string): Promise<Verdict> {
  const args = [program(), url, '--output=json', '--quiet', '--chrome-flags=--headless=new --no-sandbox']
  const { stdout } = await run(process.execPath, args, {
    env: { ...process.env, CHROME_PATH: chromium },
    maxBuffer: 1e8,
    timeout: 180_000,
  })
  const { categories, audits } = JSON.parse(stdout) as Report
  const score = (name: string) => 100 * (categories[name]?.score ?? 0)
  const costly = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
  const faults = costly.flatMap(({ id }) => {
    const audit = audits[id]
    return audit && audit.score !== null && audit.score < 0.9 ? [`${audit.title} (${audit.displayValue ?? ''})`] : []
  })
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      bestPractices: score('best-practices'),
      seo: score('seo'),
      layoutShift: audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
    },
    faults: [...new Set(faults)],
  }
}
