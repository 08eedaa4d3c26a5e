import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { browserForTests, newVisitor } from '../support/browser.ts'
import { send } from '../support/http.ts'
import { platformForTests, type Site, sites } from '../support/platform.ts'

const platform = await platformForTests()
const browser = await browserForTests()

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** What every page has, with or without scripts. */
async function assertWhole(page: Page) {
  for (const landmark of ['h1', 'main', 'form[role=search]', 'html[lang=fr]'])
    assert.equal(await page.locator(landmark).count(), 1, `${landmark} on ${page.url()}`)
}

/** What a reader of each site may look for. */
const words: Record<Site, string> = {
  portal: 'conseil énergie',
  heritage: 'inventaire',
  scic: 'part sociale',
  produits: 'charte',
}

for (const site of sites) {
  test(`${site}: without JavaScript, a reader gets from the home page to an article and finds one by searching`, async (t) => {
    const page = await newVisitor(t, browser, { javaScriptEnabled: false })
    await page.goto(platform.urls[site])
    await assertWhole(page)
    const menu = page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link')
    await menu.nth(1).click()
    await assertWhole(page)
    const section = await heading(page).textContent()
    // A section has contents of its own, or sub-sections that have.
    const doors = page.locator('main .doors a')
    if (await doors.count()) await doors.first().click()
    const entry = page.locator('main .entry a').first()
    const title = await entry.textContent()
    await entry.click()
    await assertWhole(page)
    assert.equal(await heading(page).textContent(), title)
    const trail = page.getByRole('navigation', { name: 'Fil d’Ariane' }).getByRole('link')
    assert.ok((await trail.count()) >= 2, `no way back to ${section}`)

    await page.getByRole('search').getByRole('searchbox').fill(words[site])
    await page.getByRole('search').getByRole('button', { name: 'Chercher' }).click()
    await page.waitForURL('**/recherche?q=*')
    await assertWhole(page)
    const result = page.locator('main ol .result a').first()
    const found = await result.textContent()
    await result.click()
    await assertWhole(page)
    assert.equal(await heading(page).textContent(), found)
  })
}

test('by keyboard, the first stop leads past the menu to the content', async (t) => {
  for (const site of sites) {
    const page = await newVisitor(t, browser)
    await page.goto(platform.urls[site])
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Aller au contenu' })
    assert.ok(await page.evaluate('document.activeElement.matches("a.skip")'), 'it is the first stop')
    const { y, height } = (await skip.boundingBox()) ?? { y: -1, height: 0 }
    assert.ok(y >= 0 && height > 0, 'it is seen while it has the focus')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate('document.activeElement.id'), 'contenu')
    await page.keyboard.press('Tab')
    assert.ok(await page.evaluate('document.activeElement.closest("main") !== null'), 'the next stop is in the content')
  }
})

test('every link of the four home pages leads to a page', async (t) => {
  for (const site of sites) {
    const page = await newVisitor(t, browser)
    await page.goto(platform.urls[site])
    const hrefs = await page.evaluate<string[]>('Array.from(document.links, (link) => link.href)')
    const own = [...new Set(hrefs)].filter((href) => new URL(href).port === String(platform.port))
    assert.ok(own.length > 10)
    for (const href of own) {
      const { host, pathname } = new URL(href)
      assert.equal((await send(platform, pathname, { host })).status, 200, `${href} on ${site}`)
    }
  }
})
