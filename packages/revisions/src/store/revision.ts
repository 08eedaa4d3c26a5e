import { z } from 'zod'

const words = z.object({ added: z.int(), removed: z.int() })

/** A line of the history: who changed what, when. */
export const revisionHead = z.object({
  /** Whose history it is: the id of an article, of a heritage record. */
  aggregate: z.string(),
  version: z.int().min(1),
  at: z.date(),
  /** As the aggregate names who changed it; empty for the platform itself. */
  by: z.string(),
  /** Why, in the writer's words; may be empty. */
  comment: z.string(),
  /** The fields that are not as in the version kept before. */
  changed: z.array(z.string()),
  /** Words added and removed since the version kept before. */
  words,
})
export type RevisionHead = z.infer<typeof revisionHead>

/** A version with all its content. */
export const revision = revisionHead.extend({ snapshot: z.record(z.string(), z.unknown()) })
export type Revision = z.infer<typeof revision>

/** What an aggregate says of its own last change. */
export type Stamp = Pick<RevisionHead, 'at' | 'by' | 'comment'>
