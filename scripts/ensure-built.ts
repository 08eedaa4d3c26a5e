import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join, relative, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'

export type Build = {
  /** The folder in which the command runs; the other paths are relative to it. */
  dir: string
  /** Files and folders that the result is made of; tests in them do not count. */
  inputs: readonly string[]
  /** The folder that the command makes. */
  output: string
  command: readonly [program: string, ...args: string[]]
  env?: Record<string, string>
}

const root = fileURLToPath(new URL('..', import.meta.url))
const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href
const isNoInput = (name: string) => name === 'node_modules' || name.startsWith('.') || /\.test\.tsx?$/.test(name)

/**
 * Runs a front-end build when its sources are no longer those of the last one, told by a hash of them, so that a fresh clone,
 * a copy or a checkout with new dates all behave alike. Says nothing and costs some milliseconds when up to date. Processes that
 * ask at the same moment wait for the one that builds; what a killed build left behind is built again.
 * @throws Error with the builder's own words when the build fails
 */
export async function ensureBuilt(build: Build): Promise<{ built: boolean }> {
  const output = resolve(build.dir, build.output)
  const wanted = await hashOf(build)
  if ((await stampOf(output)) === wanted) return { built: false }
  const release = await lock(output)
  try {
    if ((await stampOf(output)) === wanted) return { built: false }
    await rm(join(output, '.built-from'), { force: true })
    await run(build)
    await mkdir(output, { recursive: true })
    await writeFile(join(output, '.built-from'), wanted)
    return { built: true }
  } finally {
    release()
  }
}

const stampOf = (output: string) => readFile(join(output, '.built-from'), 'utf8').catch(() => undefined)

async function hashOf({ dir, inputs, command }: Build): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([command, process.versions.node.split('.')[0]]))
  for (const input of inputs)
    for (const file of await filesUnder(resolve(dir, input)))
      hash.update(`\0${relative(dir, file)}\0`).update(await readFile(file))
  return hash.digest('hex')
}

async function filesUnder(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const names = (await readdir(path)).filter((name) => !isNoInput(name)).sort()
  return (await Promise.all(names.map((name) => filesUnder(join(path, name))))).flat()
}

function run({ dir, command: [program, ...args], env }: Build): Promise<void> {
  const bins = [dirname(process.execPath), join(dir, 'node_modules/.bin'), join(root, 'node_modules/.bin')]
  const path = [...bins, process.env.PATH].join(delimiter)
  // npm's programs are .cmd files on Windows, which only a shell can run
  const shell = process.platform === 'win32'
  const options = [process.env.NODE_OPTIONS, `--import=${endWithParent}`].filter(Boolean).join(' ')
  const child = spawn(program, args, {
    cwd: dir,
    shell,
    env: { ...process.env, ...env, PATH: path, NODE_OPTIONS: options },
    // The channel says nothing: that it closes tells the builder that nobody waits for it any more.
    stdio: ['ignore', 'pipe', 'pipe', shell ? 'ignore' : 'ipc'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
  return new Promise((done, failed) => {
    child.on('error', failed)
    child.on('close', (code) => {
      if (code === 0) done()
      else failed(new Error(`${[program, ...args].join(' ')} failed in ${relative(root, dir)}:\n${said.slice(-4000)}`))
    })
  })
}

/**
 * One builder at a time, across processes. SQLite is used for its file lock: the system frees it when its holder dies, however it dies.
 * @returns what frees the lock
 */
async function lock(output: string): Promise<() => void> {
  const folder = join(root, 'node_modules/.cache/ensure-built')
  await mkdir(folder, { recursive: true })
  const database = new DatabaseSync(
    join(folder, `${createHash('sha256').update(output).digest('hex').slice(0, 16)}.lock`),
  )
  for (;;) {
    try {
      database.exec('BEGIN EXCLUSIVE')
      return () => database.close()
    } catch (error) {
      if (!(error instanceof Error && /locked|busy/.test(error.message))) throw error
      await new Promise((retry) => setTimeout(retry, 100))
    }
  }
}
