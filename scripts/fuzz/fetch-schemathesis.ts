import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** https://pypi.org/project/schemathesis/ */
const version = '4.32.5'
const tries = 3

/** The registry could not be reached, or did not give it: nothing was tried, and nothing was found wrong. */
export class CouldNotFetch extends Error {
  override readonly name = 'CouldNotFetch'
}

/**
 * The program, out of a folder of its own outside the repository; fetched the first time.
 * @throws CouldNotFetch after three tries; Error when this machine has no Python that could run it
 */
export function fetchSchemathesis(): string {
  const cache = process.env.PMQ_TOOLS_CACHE ?? join(homedir(), '.cache', 'midi-quercy', 'tools')
  const folder = join(cache, `schemathesis-${version}`)
  const programs = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin')
  const whole = join(folder, '.whole') // written last: a folder without it was broken off
  if (existsSync(whole)) return join(programs, 'schemathesis')

  rmSync(folder, { recursive: true, force: true })
  mkdirSync(cache, { recursive: true })
  const python = ['python3', 'python'].find((name) =>
    runs(name, ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))']),
  )
  if (!python)
    throw new Error('This machine has no Python 3.10 or later (Debian: apt-get install python3 python3-venv).')
  const made = spawnSync(python, ['-m', 'venv', folder], { encoding: 'utf8' })
  if (made.status !== 0)
    throw new Error(`Python cannot make a virtual environment (Debian: apt-get install python3-venv):\n${made.stdout}`)
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `schemathesis==${version}`]
  for (let tried = 1; !runs(join(programs, 'python'), install); tried += 1) {
    if (tried === tries) throw new CouldNotFetch(`schemathesis ${version} could not be fetched (${tries} tries)`)
  }
  writeFileSync(whole, version)
  return join(programs, 'schemathesis')
}

const runs = (program: string, args: string[]): boolean =>
  spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
