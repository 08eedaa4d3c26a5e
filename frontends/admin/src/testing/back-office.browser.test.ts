import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { createFixtureGateway } from './fixture-gateway.ts'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const skip = existsSync(executablePath) ? false : 'No Chromium here: set CHROMIUM to its path.'

let folder: string
let server: Server
let browser: Browser
let gateway: ReturnType<typeof createFixtureGateway>

before(async () => {
  if (skip) return
  folder = await mkdtemp(join(tmpdir(), 'pmq-admin-'))
  const root = fileURLToPath(new URL('../../', import.meta.url))
  await build({ root, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  gateway = createFixtureGateway({ files: pathToFileURL(`${folder}/`) })
  server = gateway.app.listen(0)
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
})

after(async () => {
  await browser?.close()
  server?.close()
  if (folder) await rm(folder, { recursive: true })
})

/** A page of the office for somebody of this role, and what its browser complained about. */
async function open(hash: string, role?: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ locale: 'fr-FR' })
  page.setDefaultTimeout(10_000)
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    // A refused request is part of the play; a refused style or script is not.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  const base = `http://localhost:${(server.address() as AddressInfo).port}`
  const to = encodeURIComponent(`/admin/${hash}`)
  await page.goto(role ? `${base}/auth/sign-in?as=${role}&to=${to}` : `${base}/admin/${hash}`)
  return { page, complaints }
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

test('somebody who is not signed in is asked to, and comes back to the screen he wanted', { skip }, async () => {
  const { page, complaints } = await open('#/communes')
  await heading(page, 'Entrer au bureau').waitFor()
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await heading(page, 'Communes').waitFor()
  await page.getByRole('link', { name: 'Commune A', exact: true }).waitFor()
  assert.equal(await page.title(), 'Communes – Bureau du Pays')
  assert.deepEqual(complaints, [])
})

test('a role that only reads is offered nothing to write', { skip }, async () => {
  const { page } = await open('#/articles', 'viewer')
  await page.getByRole('link', { name: 'Le marché change de place', exact: true }).waitFor()
  assert.equal(await page.getByText('Écrire un article').count(), 0)
  assert.equal(await page.getByRole('link', { name: 'Exploitation' }).count(), 0)
})

test('an article is written: what is missing is said, what is typed is stored as the contract has it', {
  skip,
}, async () => {
  const { page, complaints } = await open('#/articles/create', 'editor')
  await page.locator('input[name=title]').fill('L’eau des Gorges')
  await page.getByRole('textbox', { name: 'Texte' }).click()
  await page.keyboard.type('Bonjour')
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await page.getByText('Un point à reprendre').waitFor()
  await page.getByRole('combobox', { name: 'Rubrique' }).click()
  await page.getByRole('option', { name: 'Cantines' }).click()
  await page.keyboard.press('Control+s')
  await heading(page, 'Modifier l’article').waitFor()
  const stored = [...gateway.articles.values()].at(-1)
  assert.equal(stored?.slug, 'l-eau-des-gorges')
  assert.deepEqual(stored?.body.content, [{ type: 'paragraph', content: [{ type: 'text', text: 'Bonjour' }] }])
  assert.deepEqual(complaints, [])
})

test('when somebody else saved first, both texts are shown, and what does not cross is united', { skip }, async () => {
  const { page, complaints } = await open('#/articles/texte-1', 'editor')
  const title = page.locator('input[name=title]')
  await title.fill('Treize boucles')
  gateway.saveAsSomebodyElse('texte-1', { summary: 'Un autre chapeau.', title: 'Onze boucles' })
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await heading(page, 'Quelqu’un a enregistré avant vous').waitFor()
  await page.getByRole('button', { name: 'Revenir à mon texte' }).click()
  assert.equal(await title.inputValue(), 'Treize boucles')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await page.getByRole('button', { name: 'Enregistrer la version réunie' }).click()
  await page.getByText('Enregistré aujourd’hui').waitFor()
  const stored = gateway.articles.get('texte-1')
  assert.deepEqual([stored?.title, stored?.summary], ['Treize boucles', 'Un autre chapeau.'])
  assert.deepEqual(complaints, [])
})

test('a session that ends while somebody types loses nothing', { skip }, async () => {
  const { page } = await open('#/articles/texte-0', 'editor')
  await page.locator('input[name=title]').fill('Tapé juste avant la fin')
  gateway.endSessions()
  await page.getByRole('button', { name: 'Mettre à jour la page en ligne' }).click()
  await page.getByRole('heading', { name: 'Votre session est terminée' }).waitFor()
  await page.getByRole('button', { name: 'Se reconnecter', exact: true }).click()
  await page.getByText('Votre texte est là').waitFor()
  assert.equal(await page.locator('input[name=title]').inputValue(), 'Tapé juste avant la fin')
})

test('the colours that somebody chose beat those of his device, and are kept', { skip }, async () => {
  const { page, complaints } = await open('#/', 'editor')
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const choice = page.getByRole('combobox', { name: 'Couleurs' })
  await choice.waitFor()
  const light = await ground()
  await choice.selectOption({ label: 'Sombres' })
  await page.waitForFunction((before) => getComputedStyle(document.body).backgroundColor !== before, light)
  const dark = await ground()
  await page.reload()
  await choice.waitFor()
  assert.equal(await ground(), dark)
  await choice.selectOption({ label: 'De l’appareil' })
  await page.waitForFunction((before) => getComputedStyle(document.body).backgroundColor === before, light)
  assert.deepEqual(complaints, [])
})
