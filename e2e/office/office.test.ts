import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Account } from '../support/accounts.ts'
import { openSession } from '../support/api-session.ts'
import { anArticle, draftArticle, publishArticle } from '../support/articles.ts'
import { overflowOf, violationsOn } from '../support/axe.ts'
import { browserForTests, complaintsOf, narrow, newVisitor, wide } from '../support/browser.ts'
import { field, officeFor } from '../support/office.ts'
import { platformForTests } from '../support/platform.ts'

const platform = await platformForTests()
const browser = await browserForTests()
const enter = officeFor(browser, platform)
const editor = await openSession(platform, 'editor')
const draft = await draftArticle(editor, anArticle({ slug: 'un-brouillon' }))
await publishArticle(editor, await draftArticle(editor, anArticle({ slug: 'un-publie', title: 'Un article publié' })))

/** Nothing too wide and no fault for axe, on a large screen and on a small one. */
async function assertWellMade(page: Page) {
  for (const viewport of [wide, narrow]) {
    await page.setViewportSize(viewport)
    assert.equal(await overflowOf(page), 0, `wider than ${viewport.width} px`)
    assert.deepEqual(await violationsOn(page), [], `at ${viewport.width} px`)
  }
  await page.setViewportSize(wide)
}

const screens: [name: string, account: Account, hash: string, title: string][] = [
  ['what awaits me', 'editor', '', 'Ce qui m’attend'],
  ['articles', 'editor', '#/articles', 'Articles'],
  ['a new article', 'editor', '#/articles/create', 'Écrire un article'],
  ['an article', 'editor', `#/articles/${draft.id}`, 'Modifier l’article'],
  ['an article to read', 'moderator', `#/articles/${draft.id}/show`, 'Un atelier pour isoler ses combles'],
  ['sections', 'editor', '#/sections', 'Rubriques'],
  ['a new section', 'editor', '#/sections/create', 'Ajouter une rubrique'],
  ['a section', 'editor', '#/sections/portal-renover', 'Modifier la rubrique'],
  ['chantiers', 'editor', '#/chantiers', 'Chantiers'],
  ['a chantier', 'editor', '#/chantiers/chantier-1', 'Modifier le chantier'],
  ['communes', 'editor', '#/communes', 'Communes'],
  ['a commune', 'editor', '#/communes/82134', 'Modifier la commune'],
  ['operations', 'admin', '#/exploitation', 'Exploitation'],
  ['a page that is not there', 'editor', '#/nulle-part', 'Page introuvable'],
  ['a page that is not open', 'moderator', '#/exploitation', 'Cette page n’est pas ouverte à votre compte'],
  ['an account without the office', 'partner', '', 'Ce compte n’ouvre pas le bureau'],
]

for (const [name, account, hash, title] of screens) {
  test(`the screen of ${name} fits, complains of nothing and has no fault for axe`, async (t) => {
    const page = await enter(t, account, hash)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.waitForLoadState('networkidle')
    await assertWellMade(page)
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1)
    assert.equal(await page.getByRole('main').count(), 1)
    assert.deepEqual(complaintsOf(page), [])
  })
}

test('the pages of the identity provider have no fault for axe, and the form says what is wrong', async (t) => {
  const page = await newVisitor(t, browser)
  await page.goto(`${platform.urls.portal}/admin/`)
  await page.getByRole('heading', { level: 1, name: 'Entrer au bureau' }).waitFor()
  await assertWellMade(page)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.getByRole('heading', { level: 1, name: 'Se connecter' }).waitFor()
  await assertWellMade(page)
  await page.getByLabel('Identifiant ou adresse de courriel').fill('editor')
  await page.getByLabel('Mot de passe').fill('faux')
  await page.getByRole('button', { name: 'Entrer' }).click()
  await page.getByRole('alert').waitFor()
  await assertWellMade(page)
})

test('the conflict screen and the dialogs over an article have no fault for axe', async (t) => {
  const page = await enter(t, 'editor', `#/articles/${draft.id}`)
  await field(page, 'Titre').fill('Mon titre')
  await page.getByRole('button', { name: 'Programmer…' }).click()
  await page.getByRole('dialog').waitFor()
  await assertWellMade(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  const theirs = { ...anArticle({ slug: 'un-brouillon', title: 'Leur titre', summary: 'Leur chapeau.' }) }
  assert.equal((await editor.write('PUT', `/api/content/articles/${draft.id}`, theirs, draft.version)).status, 200)
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await page.getByRole('dialog', { name: 'Quelqu’un a enregistré avant vous' }).waitFor()
  await assertWellMade(page)
})

test('the whole office can be walked through by keyboard: skip link, menu, the way into a text', async (t) => {
  const page = await enter(t, 'editor', `#/articles/${draft.id}`)
  await field(page, 'Titre').waitFor()
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Aller au contenu' }).press('Enter')
  assert.equal(await page.evaluate('document.activeElement.id'), 'contenu')
  await field(page, 'Texte').focus()
  await page.keyboard.press('Alt+F10')
  assert.equal(await page.evaluate('document.activeElement.closest("[role=toolbar]") !== null'), true)
  await page.keyboard.press('ArrowRight')
  assert.equal(await page.evaluate('document.activeElement.ariaLabel'), 'Intertitre de niveau 3')
})
