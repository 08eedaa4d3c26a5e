import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { overflowOf, violationsOn } from '../support/axe.ts'
import { newVisitor } from '../support/browser.ts'
import type { Platform } from '../support/platform.ts'
import type { Template } from '../support/site-templates.ts'

/** Texts that are cut off or lie over one another show as boxes that hold more than they are high or wide. */
const cutTexts = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('main *, header *, footer *')].filter((element) => {
    const { overflowX, overflowY, clipPath, position } = getComputedStyle(element)
    if (clipPath === 'inset(50%)' || position === 'absolute' || !element.innerText?.trim()) return false
    return (overflowX === 'hidden' || overflowY === 'hidden' || overflowX === 'clip') &&
      (element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 2)
  }).map((element) => element.outerHTML.slice(0, 120))`)

/** How else a page is read: in a very narrow window, in large letters, in forced colours, on paper, without styles. */
export function conditions(platform: Platform, browser: Browser, all: readonly Template[]): void {
  const portal = all.filter(({ site }) => site === 'portal')
  const open = async (page: Page, { site, path }: Template) => void (await page.goto(platform.urls[site] + path))

  describe('every kind of page serves', { concurrency: 2 }, () => {
    for (const template of portal) {
      const { name } = template

      test(`${name}: in a window of 320 px, and with letters twice as large`, async (t) => {
        const page = await newVisitor(t, browser, { viewport: { width: 320, height: 600 } })
        await open(page, template)
        assert.equal(await overflowOf(page), 0, 'reflow at 320 px')
        await page.setViewportSize({ width: 1280, height: 900 })
        await page.addStyleTag({ content: 'html { font-size: 200% !important }' }).catch(() => undefined)
        await page.evaluate(`document.documentElement.style.setProperty('font-size', '200%', 'important')`)
        assert.equal(await overflowOf(page), 0, 'letters twice as large')
        assert.deepEqual(await cutTexts(page), [], 'nothing is cut off')
      })

      test(`${name}: in forced colours, where the place and the keyboard's focus are still seen`, async (t) => {
        const page = await newVisitor(t, browser, { forcedColors: 'active' })
        await open(page, template)
        // The browser paints its own colours here, and still names ours when it is asked.
        const violations = await violationsOn(page)
        assert.deepEqual(
          violations.filter((violation) => !violation.startsWith('color-contrast')),
          [],
        )
        for (let stop = 0; stop < 12; stop += 1) {
          await page.keyboard.press('Tab')
          const outline = await page.evaluate<string>(`(() => {
            const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement)
            const after = getComputedStyle(document.activeElement, '::after')
            return [outlineStyle, outlineWidth, after.outlineStyle, document.activeElement.outerHTML.slice(0, 120)].join(' ')
          })()`)
          assert.doesNotMatch(outline, /^(?:none \S+|\S+ 0px) none/, outline)
        }
      })

      test(`${name}: on paper, without menus and in black on white`, async (t) => {
        const page = await newVisitor(t, browser, { viewport: { width: 794, height: 1123 } })
        await page.emulateMedia({ media: 'print' })
        await open(page, template)
        assert.ok(await page.getByRole('heading', { level: 1 }).isVisible())
        for (const menu of await page.getByRole('navigation', { name: 'Menu principal' }).all())
          assert.equal(await menu.isVisible(), false)
        assert.equal(await page.getByRole('search').isVisible(), false)
        const paper = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
        assert.match(paper, /^rgb\(255, 255, 255\)$|^rgba\(0, 0, 0, 0\)$/)
        assert.equal(await overflowOf(page), 0, 'as wide as the sheet')
      })

      test(`${name}: without styles, in an order that makes sense and without giant drawings`, async (t) => {
        const page = await newVisitor(t, browser)
        await page.route('**/*.css', (route) => route.abort())
        await open(page, template)
        const order = await page.evaluate<string[]>(
          `[...document.querySelectorAll('a.skip, header nav, h1, main, body > footer')].map((element) => element.localName)`,
        )
        assert.equal(order[0], 'a')
        assert.ok(order.indexOf('main') < order.indexOf('h1'), 'the heading stands in the content')
        assert.equal(order.at(-1), 'footer')
        const giants = await page.evaluate<string[]>(
          `[...document.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().height > 200).map((svg) => svg.outerHTML.slice(0, 120))`,
        )
        assert.deepEqual(giants, [])
      })
    }
  })
}
