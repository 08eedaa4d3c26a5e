import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openChromium, withoutChromium } from '../testing/open-chromium.ts'
import { startWeb } from '../testing/start-web.ts'

suite('the fields of the charter in Chromium', { skip: withoutChromium, timeout: 60_000 }, () => {
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

  async function open(component: string, javaScriptEnabled = true): Promise<Page> {
    const context = await browser.newContext({
      javaScriptEnabled,
      extraHTTPHeaders: { 'x-pmq-site': 'portal' },
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const page = await context.newPage()
    await page.goto(`${web.url}/charte/${component}`)
    return page
  }
  /** Not the copies in the inks of the four sites. */
  const live = (page: Page) => page.locator('.charter-specimens')
  const focused = (page: Page) => page.evaluate<string>('document.activeElement.id || document.activeElement.className')

  test('an empty form tells all that is missing, keeps what was typed, and leads to each field', async () => {
    const page = await open('form')
    await page.getByLabel('Nom et prénom').first().fill('Une habitante')
    await live(page).getByRole('button', { name: 'Envoyer ma demande' }).click()
    assert.equal(await focused(page), 'error-summary')
    assert.match(await page.title(), /^Erreur/)
    const summary = live(page).getByRole('alert')
    assert.match((await summary.textContent()) ?? '', /Quatre réponses sont à corriger/)
    assert.equal(await page.locator('#f-nom').inputValue(), 'Une habitante')

    await summary.getByRole('link', { name: 'Choisissez un sujet.' }).click()
    assert.equal(await focused(page), 'f-objet-1')
    await summary.getByRole('link', { name: /^Indiquez votre courriel/ }).click()
    assert.equal(await focused(page), 'f-courriel')
    assert.equal(await page.locator('#f-courriel').getAttribute('aria-describedby'), 'f-courriel-erreur')

    await page.locator('#f-courriel').fill('habitante@exemple.fr')
    await page.locator('#f-courriel').blur()
    assert.equal(await page.locator('#f-courriel-erreur').count(), 0)
    assert.equal(await page.locator('#f-courriel').getAttribute('aria-invalid'), 'false')
    await page.context().close()
  })

  test('without JavaScript the browser checks the same form', async () => {
    const page = await open('form', false)
    await live(page).getByRole('button', { name: 'Envoyer ma demande' }).click()
    assert.equal(new URL(page.url()).search, '')
    await page.context().close()
  })

  test('a counter tells how much is too much, and the form then waits', async () => {
    const page = await open('textarea-field')
    await page.locator('#projet').fill('a'.repeat(602))
    assert.match((await page.locator('#projet-compte').textContent()) ?? '', /2\u00a0caractères de trop/)
    assert.equal(await page.evaluate("document.querySelector('#projet').validity.customError"), true)
    await page.context().close()
  })

  test('a number grows by its button and stops at its end', async () => {
    const page = await open('number-field')
    await live(page).getByRole('button', { name: 'Un de plus : Nombre de parts' }).click()
    assert.equal(await page.locator('#parts').inputValue(), '2')
    for (let times = 0; times < 3; times += 1)
      await live(page).getByRole('button', { name: 'Un de moins : Nombre de parts' }).click()
    assert.equal(await page.locator('#parts').inputValue(), '1')
    await page.context().close()
  })

  test('a password is shown on request', async () => {
    const page = await open('password-field')
    const button = page.getByRole('button', { name: 'Afficher le mot de passe' }).first()
    await button.click()
    assert.equal(await page.locator('#nouveau').getAttribute('type'), 'text')
    await page.getByRole('button', { name: 'Masquer le mot de passe' }).click()
    assert.equal(await page.locator('#nouveau').getAttribute('type'), 'password')
    await page.context().close()
  })

  test('files are listed with their weight, and one that cannot pass is told at once', async () => {
    const page = await open('file-field')
    await page.locator('#pieces').setInputFiles([
      { name: 'devis.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(240_000) },
      { name: 'tableur.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.alloc(10) },
    ])
    const list = (await page.locator('#pieces + ul').textContent()) ?? ''
    assert.match(list, /devis\.pdf 240\u00a0ko/)
    assert.match(list, /tableur\.xlsx.*n’est pas accepté/)
    await page.context().close()
  })

  test('a dialog opens on what changes nothing, Escape closes it and gives the focus back', async () => {
    const page = await open('dialog')
    const opener = live(page).getByRole('button', { name: 'Supprimer mon dossier' })
    await opener.click()
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Annuler')
    await page.keyboard.press('Escape')
    assert.equal(await page.getByRole('dialog').count(), 0)
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Supprimer mon dossier')
    await page.context().close()
  })

  test('the code of a specimen is copied', async () => {
    const page = await open('button')
    await page.getByText('Code', { exact: true }).first().click()
    await page.getByRole('button', { name: 'Copier' }).first().click()
    await page.getByRole('button', { name: 'Copié' }).waitFor()
    assert.match(await page.evaluate<string>('navigator.clipboard.readText()'), /^<p class="button-row">\n {2}<Button>/)
    await page.context().close()
  })
})
