import type { Browser } from 'playwright-core'
import type { ApiSession } from '../support/api-session.ts'
import type { officeFor } from '../support/office.ts'
import type { Platform } from '../support/platform.ts'

/** What these tests play on. */
export type Stage = {
  platform: Platform
  browser: Browser
  /** Opens the back office for an account. */
  enter: ReturnType<typeof officeFor>
  /** A session that sees everything, without a browser. */
  api: ApiSession
}
