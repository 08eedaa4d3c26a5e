import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { overflowOf, violationsOn } from '../support/axe.ts'
import { complaintsOf, newVisitor } from '../support/browser.ts'
import type { Platform } from '../support/platform.ts'
import type { Template } from '../support/site-templates.ts'
import { sheets, sizes } from './sheets.ts'

/** Every kind of page of every site, by day, at night and with more contrast, on a phone, a tablet and a computer. */
export function templates(platform: Platform, browser: Browser, all: readonly Template[]): void {
  describe('every kind of page fits its screen, complains of nothing and has no fault for axe', {
    concurrency: 2,
  }, () => {
    for (const { site, name, path, status } of all) {
      test(`${site}: ${name}`, async (t) => {
        const page = await newVisitor(t, browser)
        const answer = await page.goto(platform.urls[site] + path)
        assert.equal(answer?.status(), status)
        if (name === 'search with results') assert.ok((await page.locator('main ol a').count()) > 5)
        for (const landmark of ['h1', 'main', 'form[role=search]'])
          assert.equal(await page.locator(landmark).count(), 1, landmark)
        for (const viewport of sizes) {
          await page.setViewportSize(viewport)
          assert.equal(await overflowOf(page), 0, `wider than ${viewport.width} px`)
          for (const [sheet, media] of Object.entries(sheets)) {
            await page.emulateMedia(media)
            // Colours are all that another sheet changes.
            const rules = sheet === 'day' ? undefined : ['color-contrast']
            assert.deepEqual(await violationsOn(page, rules), [], `${sheet}, ${viewport.width} px`)
          }
          await page.emulateMedia(sheets.day)
        }
        // The browser itself notes that the page is not there; that is the template’s very point.
        assert.deepEqual(
          complaintsOf(page).filter((text) => !(status === 404 && text.includes('404'))),
          [],
        )
      })
    }
  })
}
