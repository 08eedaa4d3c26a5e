/** Work that comes due by the clock. Any number of replicas may know it: one at a time does it. */
export type Job = {
  /** `content.publish-due-articles`; stable: it is the lease's key. */
  name: string
  /** How often to look, in milliseconds. */
  everyMs: number
  /** A read that tells whether there is anything to do, so that idle looks write nothing. */
  due(): Promise<boolean>
  /** Must be safe to run again after a crash in the middle. */
  run(): Promise<void>
}

/** Declares a job. */
export const job = (
  name: string,
  options: { everyMs: number; due?: () => Promise<boolean> },
  run: () => Promise<void>,
): Job => ({ name, everyMs: options.everyMs, due: options.due ?? (async () => true), run })
