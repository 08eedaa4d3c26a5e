import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { anArticle } from '../support/articles.ts'
import { browserForTests, newVisitor } from '../support/browser.ts'
import { signInPage } from '../support/form.ts'
import { send } from '../support/http.ts'
import { enterOffice, fillSignIn, passProvider } from '../support/office.ts'
import { platformForTests } from '../support/platform.ts'
import { assertProblem } from '../support/problems.ts'
import { permissions } from './permissions.ts'

const platform = await platformForTests()
const browser = await browserForTests()

await permissions(platform)

/** Asks the API as the page does, with the session that this browser has. */
async function askAsPage(page: Page, method: string, path: string, data?: unknown) {
  const { request } = page.context()
  const me = await (await request.get(`${platform.urls.portal}/auth/me`)).json()
  const headers = { 'x-csrf-token': me.csrf ?? '' }
  const answer = await request.fetch(`${platform.urls.portal}${path}`, { method, headers, data })
  return { status: answer.status(), headers: answer.headers(), body: await answer.text() }
}

for (const account of ['contributor', 'partner'] as const) {
  test(`the back office tells a ${account} that this account does not open it, and whom to ask`, async (t) => {
    const page = await newVisitor(t, browser)
    await enterOffice(page, platform, account, '#/articles/create')
    await page.getByRole('heading', { level: 1, name: 'Ce compte n’ouvre pas le bureau' }).waitFor()
    await page.getByText('Pour obtenir un accès').waitFor()
    assert.equal(await page.getByRole('link', { name: 'Articles' }).count(), 0)
    assertProblem(await askAsPage(page, 'GET', '/api/content/articles'), 403, 'auth.forbidden')
    const writing = await askAsPage(page, 'POST', '/api/content/articles', anArticle({ slug: 'interdit' }))
    assertProblem(writing, 403, 'auth.forbidden')
  })
}

test('a moderator reads in the back office, is offered nothing to write, and is refused by the API', async (t) => {
  const page = await newVisitor(t, browser)
  await enterOffice(page, platform, 'moderator', '#/articles')
  const first = page.getByRole('main').getByRole('row').nth(1).getByRole('link')
  const title = (await first.textContent()) ?? ''
  await first.click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  const [, id = ''] = /#\/articles\/([^/]+)/.exec(page.url()) ?? []
  for (const name of ['Écrire un article', 'Publier', 'Enregistrer', 'Supprimer'])
    assert.equal(await page.getByRole('button', { name }).or(page.getByRole('link', { name })).count(), 0, name)
  assert.equal(await page.getByRole('link', { name: 'Exploitation' }).count(), 0)

  for (const hash of ['#/articles/create', `#/articles/${id}`, '#/sections/create', '#/exploitation']) {
    await page.goto(`${platform.urls.portal}/admin/${hash}`)
    await page.getByRole('heading', { level: 1, name: 'Cette page n’est pas ouverte à votre compte' }).waitFor()
  }
  const publication = await askAsPage(page, 'POST', `/api/content/articles/${id}/publication`, {})
  assertProblem(publication, 403, 'auth.forbidden')
})

test('an editor sees nothing of the machines', async (t) => {
  const page = await newVisitor(t, browser)
  await enterOffice(page, platform, 'editor', '#/exploitation')
  await page.getByRole('heading', { level: 1, name: 'Cette page n’est pas ouverte à votre compte' }).waitFor()
  assertProblem(await askAsPage(page, 'GET', '/api/operations/engines'), 403, 'auth.forbidden')
  assertProblem(await askAsPage(page, 'POST', '/api/search/rebuild'), 403, 'auth.forbidden')
})

test('signing out ends the session here and at the identity provider', async (t) => {
  const page = await newVisitor(t, browser)
  await enterOffice(page, platform, 'editor')
  assert.equal((await askAsPage(page, 'GET', '/api/content/articles')).status, 200)
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await page.waitForURL(`${platform.urls.portal}/`)
  assertProblem(await askAsPage(page, 'GET', '/api/content/articles'), 401, 'auth.required')

  // The provider asks for the password again: its session is over too.
  await page.goto(`${platform.urls.portal}/admin/`)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.locator(signInPage.selectors.password).waitFor()
  await passProvider(page, platform, 'moderator')
  await page.getByText('Dominique Démo (modération)', { exact: true }).first().waitFor()
})

test('a wrong password is refused in plain French, and says no more than that', async (t) => {
  const page = await newVisitor(t, browser)
  await page.goto(`${platform.urls.portal}/auth/sign-in?to=/admin/`)
  await fillSignIn(page, platform, 'editor', 'pas le bon')
  await page.locator(signInPage.selectors.refusal).getByText(signInPage.refusal).waitFor()
  assert.deepEqual(await askAsPage(page, 'GET', '/auth/me').then(({ body }) => JSON.parse(body)), { signedIn: false })
})

test('satellite sites have neither sign-in nor back office', async () => {
  for (const site of ['heritage', 'scic', 'produits'] as const)
    for (const path of ['/admin', '/auth/me', '/auth/sign-in', '/dev/mail'])
      assert.equal((await send(platform, path, { site })).status, 404, `${site}${path}`)
})
