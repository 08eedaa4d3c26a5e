import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where what is compared with us is kept between two runs: outside the repository, and safe to delete. */
export function toolsFolder(name: string): string {
  const cache = process.env.PMQ_TOOLS_CACHE ?? join(homedir(), '.cache', 'midi-quercy', 'tools')
  const folder = join(cache, name)
  mkdirSync(folder, { recursive: true })
  return folder
}
