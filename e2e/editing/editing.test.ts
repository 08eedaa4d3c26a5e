import { describe } from 'node:test'
import { openSession } from '../support/api-session.ts'
import { browserForTests } from '../support/browser.ts'
import { officeFor } from '../support/office.ts'
import { platformForTests } from '../support/platform.ts'
import { conflicts } from './conflicts.ts'
import { publishing, scheduling } from './publishing.ts'

const platform = await platformForTests()
const browser = await browserForTests()
const enter = officeFor(browser, platform)
const api = await openSession(platform, 'admin')
const stage = { platform, browser, enter, api }

// Two at a time: one test waits for the clock, the others go on beside it.
describe('writing and publishing', { concurrency: 2 }, () => {
  scheduling(stage)
  publishing(stage)
  conflicts(stage)
})
