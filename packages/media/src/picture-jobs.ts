import type { Derived, DeriveOptions } from './derive.ts'
import type { PictureHash } from './picture-hash.ts'
import type { RefusalCode } from './picture-refused.ts'
import type { Probed, ProbeOptions } from './probe.ts'

/** What the worker may ask of its child, and what each answers. Plain data: it goes through a pipe as JSON. */
export type PictureTasks = {
  probe: { options: ProbeOptions; result: Probed }
  derive: { options: DeriveOptions; result: Derived }
  hash: { options: DeriveOptions; result: PictureHash }
}
export type TaskName = keyof PictureTasks
export type Job = {
  [Task in TaskName]: { id: number; task: Task; path: string; options: PictureTasks[Task]['options'] }
}[TaskName]

/** `rss` is the child's memory in bytes after the job. */
export type Answer = { id: number; rss: number } & (
  | { result: unknown }
  | { refused: { code: RefusalCode; message: string } }
  | { failed: string }
)
