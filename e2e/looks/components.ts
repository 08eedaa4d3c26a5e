import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { overflowOf, violationsOn } from '../support/axe.ts'
import { complaintsOf, newVisitor } from '../support/browser.ts'
import type { Platform } from '../support/platform.ts'
import { sheets, sizes } from './sheets.ts'

const folder = new URL('../../frontends/ui/components/', import.meta.url)
const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

/** Every component in all the states that the charter shows, and in the accent of each site. */
export function components(platform: Platform, browser: Browser): void {
  describe('every component of the charter fits its screen, complains of nothing and has no fault for axe', {
    concurrency: 2,
  }, () => {
    for (const name of names) {
      test(name, async (t) => {
        const page = await newVisitor(t, browser, { reducedMotion: 'reduce' })
        assert.equal((await page.goto(`${platform.urls.portal}/charte/${name}`))?.status(), 200)
        for (const viewport of sizes) {
          await page.setViewportSize(viewport)
          assert.equal(await overflowOf(page), 0, `wider than ${viewport.width} px`)
          assert.deepEqual(await violationsOn(page), [], `${viewport.width} px`)
        }
        for (const [sheet, media] of Object.entries(sheets)) {
          await page.emulateMedia(media)
          assert.deepEqual(await violationsOn(page, ['color-contrast']), [], sheet)
        }
        assert.deepEqual(complaintsOf(page), [])
      })
    }
  })
}
