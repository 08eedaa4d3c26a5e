import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openChromium, withoutChromium } from '../testing/open-chromium.ts'
import { startWeb } from '../testing/start-web.ts'

suite('what moves, opens and sounds in the charter, in Chromium', { skip: withoutChromium, timeout: 60_000 }, () => {
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

  async function open(component: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ extraHTTPHeaders: { 'x-pmq-site': 'portal' }, ...options })
    const page = await context.newPage()
    await page.goto(`${web.url}/charte/${component}`)
    return page
  }
  /** Not the copies in the inks of the four sites. */
  const live = (page: Page) => page.locator('.charter-specimens')

  test('a slideshow turns by its buttons, goes round at its ends, and says where it is', async () => {
    const page = await open('slideshow', { reducedMotion: 'reduce' })
    const still = live(page).locator('slide-show').first()
    const at = (position: string) => still.getByRole('status').getByText(position).waitFor()
    await still.getByRole('button', { name: 'Suivant' }).click()
    await at('2\u00a0sur\u00a03')
    await still.getByRole('button', { name: 'Précédent' }).click()
    await at('1\u00a0sur\u00a03')
    await still.getByRole('button', { name: 'Précédent' }).click()
    await at('3\u00a0sur\u00a03')
    await page.context().close()
  })

  test('slides that turn by themselves can be paused, and do not turn for those who want less motion', async () => {
    const page = await open('slideshow')
    const moving = live(page).locator('slide-show').nth(1)
    await moving.getByRole('button', { name: 'Pause' }).click()
    await moving.getByRole('button', { name: 'Reprendre' }).waitFor()
    await page.context().close()
    const calm = await open('slideshow', { reducedMotion: 'reduce' })
    assert.equal(await live(calm).getByRole('button', { name: 'Suivant' }).count(), 2)
    assert.equal(await live(calm).getByRole('button', { name: 'Pause' }).count(), 0)
    await calm.context().close()
  })

  test('without JavaScript slides are a row that scrolls, and a picture of a gallery is a link to it', async () => {
    const page = await open('slideshow', { javaScriptEnabled: false })
    assert.equal(await live(page).locator('.slideshow-row[tabindex="0"]').first().locator('li').count(), 3)
    assert.equal(await page.locator('.slideshow-bar').count(), 0)
    await page.goto(`${web.url}/charte/gallery`)
    assert.match((await live(page).locator('picture-gallery a').first().getAttribute('href')) ?? '', /\.svg$/)
    await page.context().close()
  })

  test('a picture opens in place, the arrows lead to the next, Escape gives the focus back', async () => {
    const page = await open('gallery')
    await live(page).locator('picture-gallery a').first().click()
    const viewer = live(page).getByRole('dialog')
    await viewer.getByText('1\u00a0sur\u00a05').waitFor()
    await page.keyboard.press('ArrowRight')
    await viewer.getByText('2\u00a0sur\u00a05').waitFor()
    await page.keyboard.press('Escape')
    await viewer.waitFor({ state: 'hidden' })
    assert.equal(await page.evaluate('document.activeElement.querySelector("img").alt'), 'Une place à arcades')
    await page.context().close()
  })

  test('neither sound nor video asks for anything before it is started', async () => {
    const page = await open('audio')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.reload({ waitUntil: 'networkidle' })
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(web.url) || url.endsWith('.wav')),
      [],
    )
    const player = live(page).locator('audio-player').first()
    const sound = page.waitForRequest(/\.wav$/)
    await player.getByRole('button', { name: 'Écouter' }).click()
    await sound
    await page.goto(`${web.url}/charte/video`, { waitUntil: 'networkidle' })
    assert.equal(asked.filter((url) => !url.startsWith(web.url)).length, 0)
    assert.equal(await page.locator('iframe').count(), 0)
    await page.context().close()
  })
})
