import { inContext, nextTraceparent } from '../context/index.ts'
import type { Log } from '../log/index.ts'
import type { Job } from './job.ts'
import type { Leases } from './leases.ts'

export type RunningJobs = { stop(): Promise<void> }

/** Looks at each job in turn, for ever; a job that fails is told in the log and looked at again next time. */
export function startJobs(options: { jobs: Job[]; leases: Leases; log: Log; leaseMs?: number }): RunningJobs {
  const { leases, log, leaseMs = 60_000 } = options
  let stopped = false
  const timers = new Map<Job, NodeJS.Timeout>()
  const atWork = new Map<Job, Promise<void>>()

  async function look(job: Job): Promise<void> {
    if (!(await job.due())) return
    const release = await leases.take(job.name, leaseMs)
    if (!release) return
    try {
      await job.run()
    } finally {
      await release()
    }
  }

  const plan = (job: Job) => {
    if (stopped) return
    const timer = setTimeout(() => {
      const work = inContext({ traceparent: nextTraceparent() }, () => look(job))
        .catch((error) => log.warn({ err: error, job: job.name }, 'a job failed; it will be tried again'))
        .finally(() => plan(job))
      atWork.set(job, work)
    }, job.everyMs)
    timer.unref()
    timers.set(job, timer)
  }
  for (const job of options.jobs) plan(job)

  return {
    async stop() {
      stopped = true
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all(atWork.values())
    },
  }
}
