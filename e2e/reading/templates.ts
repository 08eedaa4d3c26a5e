import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { overflowOf, violationsOn } from '../support/axe.ts'
import { complaintsOf, narrow, newVisitor, wide } from '../support/browser.ts'
import type { Platform } from '../support/platform.ts'
import { templatesOf } from './site-templates.ts'

export async function templates(platform: Platform, browser: Browser): Promise<void> {
  const all = await templatesOf(platform)
  describe('every template of every site fits its screen, complains of nothing and has no fault for axe', {
    concurrency: 2,
  }, () => {
    for (const { site, name, path, status } of all) {
      test(`${site}: ${name}`, async (t) => {
        const page = await newVisitor(t, browser)
        const answer = await page.goto(platform.urls[site] + path)
        assert.equal(answer?.status(), status)
        if (name === 'search with results') assert.ok((await page.locator('main .entry').count()) > 5)
        for (const [landmark, count] of [
          ['h1', 1],
          ['main', 1],
          ['form[role=search]', 1],
        ] as const)
          assert.equal(await page.locator(landmark).count(), count, landmark)
        for (const viewport of [wide, narrow]) {
          await page.setViewportSize(viewport)
          assert.equal(await overflowOf(page), 0, `wider than ${viewport.width} px`)
          assert.deepEqual(await violationsOn(page), [], `at ${viewport.width} px`)
        }
        await page.emulateMedia({ colorScheme: 'dark' })
        assert.deepEqual(await violationsOn(page, ['color-contrast']), [], 'at night')
        // The browser itself notes that the page is not there; that is the template’s very point.
        assert.deepEqual(
          complaintsOf(page).filter((text) => !(status === 404 && text.includes('404'))),
          [],
        )
      })
    }
  })
}
