import { spawn } from 'node:child_process'
import { FetchFailed, MissingTool } from './errors.ts'

const KEPT = 4_000 // characters of output, enough for the message of a failure

/**
 * Runs a program to its end.
 * @returns what it wrote, shortened to its end
 * @throws MissingTool when there is no such program; FetchFailed with its last lines when it fails
 */
export function runTool(
  command: string,
  args: string[],
  options: { cwd?: string; env?: Record<string, string>; missing: string; timeoutMs?: number },
): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const child = spawn(command, args, {
      ...(options.cwd ? { cwd: options.cwd } : {}),
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMs ?? 20 * 60_000,
    })
    const keep = (text: Buffer) => {
      output = (output + text).slice(-KEPT)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new MissingTool(options.missing) : error),
    )
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output)
      else reject(new FetchFailed(`${command} failed (${signal ?? code})\n${lastLines(output, 12)}`))
    })
  })
}

export const lastLines = (text: string, count: number): string => text.trimEnd().split('\n').slice(-count).join('\n')
