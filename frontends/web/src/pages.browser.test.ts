import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { openChromium, withoutChromium } from './testing/open-chromium.ts'
import { startWeb } from './testing/start-web.ts'

const article = '/transformer/energie/energie-positive'
const templates = [
  '/',
  '/transformer',
  article,
  '/chantiers',
  '/chantiers/energie-positive-et-plan-climat',
  '/communes',
  '/communes/albias',
  '/recherche?q=pays&kind=article',
  '/recherche?q=zzzz',
  '/plan-du-site',
  '/nulle-part',
]

suite('the pages in Chromium', { skip: withoutChromium, timeout: 60_000 }, () => {
  let web: Awaited<ReturnType<typeof startWeb>>
  let browser: Browser
  let axe: string
  before(async () => {
    axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
    web = await startWeb()
    browser = await openChromium()
  })
  after(async () => {
    await browser?.close()
    await web?.stop()
  })

  async function open(path: string, width = 360): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({
      viewport: { width, height: 740 },
      extraHTTPHeaders: { 'x-pmq-site': 'portal' },
    })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (said) => {
      if (said.type() === 'error' && !said.text().includes('404')) complaints.push(said.text())
    })
    await page.goto(web.url + path)
    return { page, complaints }
  }

  async function faults(page: Page) {
    await page.evaluate(axe)
    const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })")
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }

  test('no page has a fault that axe can find, is wider than a phone or goes against its own policy', async () => {
    const { page, complaints } = await open('/')
    for (const path of templates) {
      await page.goto(web.url + path)
      assert.deepEqual(await faults(page), [], path)
      assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${path} is too wide`)
    }
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  test('axe does find a fault', async () => {
    const { page } = await open('/')
    await page.evaluate("document.querySelector('main').append(new Image())")
    assert.match((await faults(page)).join(), /^image-alt/)
    await page.context().close()
  })

  test('an article is light: at most 150 kB, 8 requests, 260 elements; one style sheet under 25 kB', async () => {
    const context = await browser.newContext({ extraHTTPHeaders: { 'x-pmq-site': 'portal' } })
    const page = await context.newPage()
    const sizes: { url: string; bytes: number }[] = []
    page.on('requestfinished', async (request) => {
      const { responseBodySize, responseHeadersSize } = await request.sizes()
      sizes.push({ url: request.url(), bytes: responseBodySize + responseHeadersSize })
    })
    await page.goto(web.url + article, { waitUntil: 'networkidle' })
    const all = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
    assert.ok(all <= 150_000, `${all} bytes`)
    assert.ok(sizes.length <= 8, `${sizes.length} requests`)
    const styles = sizes.filter(({ url }) => url.endsWith('.css'))
    assert.ok(styles.length === 1 && (styles[0]?.bytes ?? 0) < 25_000, JSON.stringify(styles))
    const elements = await page.evaluate<number>("document.querySelectorAll('*').length")
    assert.ok(elements <= 260, `${elements} elements`)
    await context.close()
  })

  test('suggestions come while typing, are chosen with the arrows, and open the page', async () => {
    const { page, complaints } = await open('/', 1366)
    const field = page.getByRole('combobox', { name: 'Que cherchez-vous' })
    await field.pressSequentially('aliment')
    const option = page.getByRole('option', { name: 'Le projet alimentaire reconnu au niveau national' })
    await option.waitFor()
    assert.equal(await field.getAttribute('aria-expanded'), 'true')
    await field.press('ArrowDown')
    assert.equal(await option.getAttribute('aria-selected'), 'true')
    assert.deepEqual(await faults(page), [])
    await field.press('Enter')
    await page.waitForURL('**/nourrir/projet-alimentaire')
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  test('Escape closes the suggestions; Enter then searches what was typed', async () => {
    const { page } = await open('/', 1366)
    const field = page.getByRole('combobox')
    await field.pressSequentially('aliment')
    await page.getByRole('option').first().waitFor()
    await field.press('Escape')
    assert.equal(await page.getByRole('option').count(), 0)
    await field.press('Enter')
    await page.waitForURL('**/recherche?q=aliment')
    await page.context().close()
  })

  test('without JavaScript the search is a form like any other', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, extraHTTPHeaders: { 'x-pmq-site': 'portal' } })
    const page = await context.newPage()
    await page.goto(web.url)
    await page.getByRole('searchbox').fill('alimentaire')
    await page.getByRole('button', { name: 'Chercher' }).click()
    await page.waitForURL('**/recherche?q=alimentaire')
    assert.match((await page.getByRole('status').textContent()) ?? '', /1\u00a0résultat/)
    await context.close()
  })
})
