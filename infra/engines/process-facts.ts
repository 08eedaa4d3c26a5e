import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const ps = async (pid: number, what: string): Promise<string | undefined> => {
  const { stdout } = await promisify(execFile)('ps', ['-o', `${what}=`, '-p', String(pid)]).catch(() => ({
    stdout: '',
  }))
  return stdout.trim() || undefined
}

/** When a process began, in words that tell it apart from a later one with its id; undefined when it has ended. */
export async function birthOf(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return ps(pid, 'lstart')
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The name, in brackets, may contain anything: count from its end. Third field: state; twenty-second: start time.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields === undefined || (fields[0] === 'Z' && !(await hasThreads(pid)))) return undefined
  return fields[19]
}

/** A process that ended waits for its parent to ask how; until its last thread is gone, it holds its ports and files. */
const hasThreads = async (pid: number): Promise<boolean> =>
  (await readdir(`/proc/${pid}/task`).catch(() => [])).length > 1

/** The memory that a process holds, in MiB. */
export async function memoryOf(pid: number): Promise<number | undefined> {
  const kilobytes =
    process.platform === 'linux'
      ? /^VmRSS:\s*(\d+)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''))?.[1]
      : await ps(pid, 'rss')
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024)
}
