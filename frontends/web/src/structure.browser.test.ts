import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { openChromium, withoutChromium } from './testing/open-chromium.ts'
import { startWeb } from './testing/start-web.ts'

suite('the frame of pages in Chromium', { skip: withoutChromium, timeout: 60_000 }, () => {
  let web: Awaited<ReturnType<typeof startWeb>>
  let browser: Browser
  before(async () => {
    web = await startWeb()
    browser = await openChromium()
  })
  after(async () => {
    await browser?.close()
    await web?.stop()
  })

  async function open(path: string, options: BrowserContextOptions = {}) {
    const viewport = { width: 1366, height: 900 }
    const context = await browser.newContext({ viewport, ...options, extraHTTPHeaders: { 'x-pmq-site': 'portal' } })
    const page = await context.newPage()
    await page.goto(web.url + path)
    return page
  }
  const phone = { viewport: { width: 360, height: 740 } }

  test('on a phone every verb of the menu is seen, and the content begins on the first screen', async () => {
    const page = await open('/transformer', phone)
    for (const link of await page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link').all())
      assert.ok(await link.isVisible())
    const title = await page.getByRole('heading', { level: 1 }).boundingBox()
    assert.ok(title && title.y + title.height < 740, `the title ends at ${title && title.y + title.height}`)
    await page.context().close()
  })

  test('links and buttons of the frame are large enough for a thumb', async () => {
    const page = await open('/transformer', phone)
    const small = await page.evaluate<string[]>(
      `[...document.querySelectorAll('header :is(a, button), .breadcrumb a')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 40).map((one) => one.outerHTML)`,
    )
    assert.deepEqual(small, [])
    await page.context().close()
  })

  for (const javaScriptEnabled of [true, false])
    test(`the second level opens with the keyboard ${javaScriptEnabled ? 'and closes with Escape' : 'without JavaScript'}`, async () => {
      const page = await open('/transformer', { javaScriptEnabled })
      const child = page.locator('.site-header-panel').getByRole('link', { name: 'Énergie et climat' })
      assert.equal(await child.isVisible(), false)
      await page.locator('.site-header-menu summary').focus()
      await page.keyboard.press('Enter')
      assert.equal(await child.isVisible(), true)
      if (javaScriptEnabled) {
        await page.keyboard.press('Tab')
        await page.keyboard.press('Escape')
        assert.equal(await child.isVisible(), false)
        assert.ok(await page.evaluate("document.activeElement.matches('summary')"), 'the focus is back')
      } else {
        await child.click()
        await page.waitForURL('**/transformer/energie')
      }
      await page.context().close()
    })

  test('the choice of colours, contrast and text size is kept on the next page, from its first paint', async () => {
    const page = await open('/')
    await page.getByRole('button', { name: 'Affichage' }).click()
    await page.getByRole('radio', { name: 'Sombre' }).check()
    await page.getByRole('checkbox', { name: 'Contraste renforcé' }).check()
    await page.getByRole('button', { name: 'Agrandir le texte' }).click()
    await page.keyboard.press('Escape')
    const marks = 'JSON.stringify(document.documentElement.dataset)'
    const chosen = { site: 'portal', theme: 'dark', contrast: 'more', text: '1' }
    assert.deepEqual(JSON.parse(await page.evaluate<string>(marks)), chosen)
    // with its own files held back, only the script in the page can have run
    await page.route('**/_astro/**', (route) => route.abort())
    await page.goto(`${web.url}/chantiers`)
    assert.deepEqual(JSON.parse(await page.evaluate<string>(marks)), chosen)
    await page.context().close()
  })

  test('without JavaScript no control is shown that could do nothing', async () => {
    const page = await open('/', { javaScriptEnabled: false })
    assert.equal(await page.getByRole('button', { name: 'Affichage' }).isVisible(), false)
    await page.context().close()
  })

  test('tabs are chosen with the arrows, and one part is shown at a time', async () => {
    const page = await open('/charte/tabs')
    const example = page.locator('tab-list').first()
    const tabs = example.getByRole('tab')
    await tabs.first().focus()
    await page.keyboard.press('ArrowLeft')
    assert.equal(await tabs.nth(2).getAttribute('aria-selected'), 'true')
    assert.deepEqual(await example.getByRole('tabpanel').allTextContents(), [
      'Le conseiller suit vos bâtiments toute l’année.',
    ])
    await page.context().close()
  })

  test('a cookie panel tells the page of a refusal as of an acceptance', async () => {
    const page = await open('/charte/cookie-panel')
    await page.evaluate(
      "window.heard = []; document.addEventListener('pmq:consent', ({ detail }) => heard.push(['video', 'mesure'].map(detail.isAllowed)))",
    )
    const panel = page.getByRole('region', { name: 'Cookies' }).first()
    for (const name of ['Tout refuser', 'Tout accepter']) await panel.getByRole('button', { name }).click()
    await panel.getByText('Choisir un par un').click()
    await panel.getByRole('checkbox', { name: 'Vidéos' }).check()
    await panel.getByRole('button', { name: 'Garder ce choix' }).click()
    assert.deepEqual(await page.evaluate('heard'), [
      [false, false],
      [true, true],
      [true, false],
    ])
    await page.context().close()
  })

  test('a short message is said in a live region, and can be closed', async () => {
    const page = await open('/charte/toast')
    await page.getByRole('button', { name: 'Dire une réussite' }).first().click()
    const message = page.locator('toast-region .toast')
    assert.match((await message.textContent()) ?? '', /Lien copié/)
    await message.getByRole('button', { name: 'Fermer' }).click()
    assert.equal(await message.count(), 0)
    await page.context().close()
  })

  const pages = ['/', '/transformer', '/chantiers', '/communes', '/communes/albias', '/plan-du-site', '/nulle-part']
  for (const [width, size] of [
    [320, '100%'],
    [640, '200%'],
  ] as const)
    test(`at ${width} px with text at ${size} nothing overflows`, async () => {
      const page = await open('/', { viewport: { width, height: 640 } })
      for (const path of pages) {
        await page.goto(web.url + path)
        await page.evaluate(`document.documentElement.style.fontSize = '${size}'`)
        const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
        assert.ok(over <= 0, `${path} is ${over} px too wide`)
      }
      await page.context().close()
    })
})
