/** A unique index refused the write. The field is not told: not every server tells it (engines.md). */
export class DuplicateValue extends Error {
  override readonly name = 'DuplicateValue'
}

/** Recognises MongoDB's error 11000. */
export const isDuplicate = (error: unknown): DuplicateValue | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 11000
    ? new DuplicateValue('A unique index refused the write.', { cause: error })
    : undefined
