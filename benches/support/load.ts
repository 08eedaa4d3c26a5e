import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { findProgram } from './missing.ts'

export type Load = {
  origin: string
  /** Asked in turn. */
  paths: readonly string[]
  headers?: Record<string, string>
  connections: number
  seconds: number
}

export type LoadReport = { requests: number; seconds: number; errors: number; tool: string }

/** Asks a server as fast as it answers, out of a process of its own: wrk where there is one, ours otherwise. */
export async function load(options: Load): Promise<LoadReport> {
  const wrk = findProgram('wrk')
  const folder = mkdtempSync(join(tmpdir(), 'pmq-load-'))
  try {
    const file = join(folder, 'paths.txt')
    writeFileSync(file, options.paths.join('\n'))
    return wrk ? await withWrk(wrk, options, file) : await withOurs(options, file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function withWrk(wrk: string, { origin, paths, headers = {}, connections, seconds }: Load, file: string) {
  const script = fileURLToPath(new URL('paths.lua', import.meta.url))
  const output = await run(wrk, [
    '--threads=1',
    `--connections=${connections}`,
    `--duration=${seconds}s`,
    '--timeout=20s',
    ...Object.entries(headers).map(([name, value]) => `--header=${name}: ${value}`),
    // One address needs no script: wrk then sends the same bytes again and again.
    ...(paths.length === 1 ? [origin + paths[0]] : [`--script=${script}`, origin, '--', file]),
  ])
  const number = (pattern: RegExp) => Number(pattern.exec(output)?.[1] ?? 0)
  const [, requests, took] = /(\d+) requests in ([\d.]+)s/.exec(output) ?? []
  if (requests === undefined) throw new Error(`wrk said what we do not understand:\n${output}`)
  const sockets = /Socket errors: (.+)/.exec(output)?.[1]?.match(/\d+/g) ?? []
  const errors = number(/Non-2xx or 3xx responses: (\d+)/) + sockets.reduce((sum, count) => sum + Number(count), 0)
  return { requests: Number(requests), seconds: Number(took), errors, tool: 'wrk' }
}

async function withOurs(options: Load, file: string): Promise<LoadReport> {
  const program = fileURLToPath(new URL('load-program.ts', import.meta.url))
  const { paths, ...rest } = options
  return JSON.parse(await run(process.execPath, [program, JSON.stringify({ ...rest, file })])) as LoadReport
}

async function run(command: string, args: string[]): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve)
    child.once('error', reject)
  })
  const output = await text(child.stdout)
  const code = await ended
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${output}`)
  return output
}
