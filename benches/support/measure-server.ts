import { type Load, load } from './load.ts'
import { cpuMs } from './process-cpu.ts'

export type ServerLoad = Load & {
  /** All processes that do the work, with their descendants. */
  pids: number[]
}

export type ServerSample = { cpuMsPerRequest: number; requestsPerSecond: number }

/**
 * Loads a server and divides the CPU time it used by the requests it answered.
 * @throws Error when a single request failed: a server that refuses is fast
 */
export async function measureServer({ pids, ...options }: ServerLoad): Promise<ServerSample> {
  const before = cpuMs(...pids)
  const { requests, seconds, errors } = await load(options)
  const used = cpuMs(...pids) - before
  if (errors > 0) throw new Error(`${errors} of ${requests} requests to ${options.origin} failed.`)
  if (requests === 0) throw new Error(`${options.origin} answered nothing in ${seconds} s.`)
  return { cpuMsPerRequest: used / requests, requestsPerSecond: requests / seconds }
}
