import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './programs.ts'

/**
 * Runs one of our scripts to its end.
 * @throws Error with what it printed
 */
export async function runScript(path: string, env: Record<string, string>): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, path)],
    {
      cwd: root,
      env: { ...process.env, ...env },
      timeout: 300_000,
    },
  )
  return stdout
}
