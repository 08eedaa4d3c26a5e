import { Refusal } from '@pmq/platform/errors'

/** Runs a write of the machine; when a person was faster, it does nothing. @returns whether it was done */
export async function unlessStale(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write()
    return true
  } catch (error) {
    if (error instanceof Refusal && (error.kind === 'stale' || error.kind === 'not-found')) return false
    throw error
  }
}
