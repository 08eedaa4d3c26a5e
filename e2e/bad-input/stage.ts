import type { ApiSession } from '../support/api-session.ts'
import type { Platform } from '../support/platform.ts'

/** What these tests play on. */
export type Stage = {
  platform: Platform
  editor: ApiSession
  /** Somebody who sends so much that the rate limit is near. */
  busy: ApiSession
}
