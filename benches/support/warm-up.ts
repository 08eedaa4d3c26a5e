import { setTimeout as delay } from 'node:timers/promises'
import { type Load, load } from './load.ts'
import { cpuMs } from './process-cpu.ts'

/** Asks a server until it has answered so often that its code is compiled, or so long that it never will. */
export async function warmUp(options: Load, { requests = 3_000, most = 20 } = {}): Promise<void> {
  let answered = 0
  for (let spent = 0; spent < most && answered < requests; spent += options.seconds) {
    const report = await load(options)
    if (report.errors > 0)
      throw new Error(`${report.errors} of ${report.requests} requests to ${options.origin} failed.`)
    answered += report.requests
  }
}

/** Waits until a process has nothing to do but wait: what it does after its start is not to be counted for a request. */
export async function untilIdle(pid: number, { busyMs = 60, mostSeconds = 180 } = {}): Promise<void> {
  for (let second = 0; second < mostSeconds; second += 1) {
    const before = cpuMs(pid)
    await delay(1_000)
    if (cpuMs(pid) - before < busyMs) return
  }
  throw new Error(`Process ${pid} still had much to do after ${mostSeconds} s.`)
}
