import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { overflowOf, violationsOn } from './support/axe.ts'
import { browserForTests, complaintsOf, narrow, newVisitor, wide } from './support/browser.ts'
import { platformForTests } from './support/platform.ts'
import { templatesOf } from './support/templates.ts'

const platform = await platformForTests()
const browser = await browserForTests()

describe('every template of every site fits its screen, complains of nothing and has no fault for axe', {
  concurrency: 2,
}, async () => {
  for (const { site, name, path, status } of await templatesOf(platform)) {
    test(`${site}: ${name}`, async () => {
      const page = await newVisitor(browser)
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
      await page.context().close()
    })
  }
})
