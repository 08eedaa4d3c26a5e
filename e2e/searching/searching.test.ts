import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SearchAnswer } from '@pmq/contracts/search'
import { browserForTests, complaintsOf, newVisitor } from '../support/browser.ts'
import { send } from '../support/http.ts'
import { choose, confirm, field, notice, officeFor } from '../support/office.ts'
import { platformForTests } from '../support/platform.ts'
import { promisedMs } from '../support/public-places.ts'
import { within } from '../support/within.ts'

const platform = await platformForTests()
const browser = await browserForTests()
const enter = officeFor(browser, platform)

const search = async (query: string): Promise<SearchAnswer> => {
  const answer = await send(platform, `/api/search?${query}`)
  assert.equal(answer.status, 200, answer.body)
  return answer.json<SearchAnswer>()
}

test('a name typed without accents or capitals is found', async (t) => {
  const page = await newVisitor(t, browser)
  await page.goto(platform.urls.portal)
  await page.getByRole('searchbox').or(page.getByRole('combobox')).fill('negrepelisse')
  await page.getByRole('button', { name: 'Chercher' }).click()
  await page.waitForURL('**/recherche?q=negrepelisse')
  const first = page.getByRole('main').getByRole('listitem').getByRole('heading').getByRole('link').first()
  assert.equal(await first.textContent(), 'Nègrepelisse')
  await first.click()
  await page.getByRole('heading', { level: 1, name: 'Nègrepelisse' }).waitFor()
  assert.deepEqual(complaintsOf(page), [])
})

test('suggestions come while typing, and lead to their pages by the keyboard alone', async (t) => {
  const page = await newVisitor(t, browser)
  await page.goto(platform.urls.portal)
  const box = page.getByRole('combobox', { name: 'Que cherchez-vous' })
  await box.fill('negrep')
  await page.getByRole('option', { name: /^Nègrepelisse/ }).waitFor()
  assert.equal(await box.getAttribute('aria-expanded'), 'true')
  await box.press('ArrowDown')
  const chosen = await box.getAttribute('aria-activedescendant')
  assert.equal(await page.locator(`[id="${chosen}"]`).getAttribute('aria-selected'), 'true')
  await box.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Nègrepelisse' }).waitFor()
})

test('facets narrow a search, and can be taken away again', async (t) => {
  const page = await newVisitor(t, browser)
  await page.goto(`${platform.urls.portal}/recherche?q=patrimoine`)
  const facets = page.getByRole('navigation', { name: 'Affiner la recherche' })
  const all = (await search('q=patrimoine')).total
  const chosen = (await search('q=patrimoine')).facets.site.find(({ value }) => value === 'heritage')
  assert.ok(chosen && chosen.count > 0 && chosen.count < all)

  const status = page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: /résultat/ })
  assert.match((await status.textContent()) ?? '', new RegExp(`^${all}\\s`))
  await facets.getByRole('link', { name: new RegExp(`^${chosen.label}`) }).click()
  await page.waitForURL(/site=heritage/)
  assert.match((await status.textContent()) ?? '', new RegExp(`^${chosen.count}\\s`))
  await page
    .getByRole('list', { name: 'Filtres choisis' })
    .getByRole('link', { name: /Retirer/ })
    .click()
  await page.waitForURL((url) => !url.searchParams.has('site'))
  assert.match((await status.textContent()) ?? '', new RegExp(`^${all}\\s`))
})

test('the index is rebuilt from the back office while people search, and none of them notices', async (t) => {
  const before = await search('q=patrimoine')
  const page = await enter(t, 'admin', '#/exploitation')
  let done = false
  const rebuilding = (async () => {
    await confirm(page, 'Reconstruire l’index', 'Reconstruire')
    await notice(page, 'L’index de recherche est reconstruit.')
  })().finally(() => {
    done = true
  })
  let searches = 0
  await within(20_000, 'the index is rebuilt', async () => {
    const { total, items } = await search('q=patrimoine')
    assert.equal(total, before.total)
    assert.deepEqual(items.map(({ id }) => id).sort(), before.items.map(({ id }) => id).sort())
    searches += 1
    if (!done) throw new Error('still rebuilding')
  })
  await rebuilding
  t.diagnostic(`${searches} searches meanwhile`)
  assert.ok(searches > 3)
})

test('a section that is renamed takes its contents along, and old addresses still lead there', async (t) => {
  const path = '/travailler-et-entreprendre/trouver-une-aide/aides-europeennes'
  assert.equal((await send(platform, path)).status, 200)

  const page = await enter(t, 'editor', '#/sections')
  await page.getByRole('link', { name: 'Trouver une aide', exact: true }).click()
  await field(page, 'Titre').fill('Être aidé')
  await field(page, 'Adresse').fill('etre-aide')
  const since = performance.now()
  await page.getByRole('button', { name: 'Enregistrer et mettre en ligne' }).click()

  const times = await movedWithin(path, '/travailler-et-entreprendre/etre-aide/aides-europeennes', since)
  t.diagnostic(JSON.stringify(times))
  const section = await send(platform, '/travailler-et-entreprendre/trouver-une-aide')
  assert.deepEqual(
    [section.status, section.headers.location],
    [301, `${platform.urls.portal}/travailler-et-entreprendre/etre-aide`],
  )
  const { items } = await search('q=etre+aide&kind=section')
  assert.equal(items[0]?.path, '/travailler-et-entreprendre/etre-aide')
})

test('a section that is moved under another one takes its contents along', async (t) => {
  const page = await enter(t, 'editor', '#/sections')
  await page.getByRole('link', { name: 'Produire ensemble', exact: true }).click()
  await choose(page, 'Rangée sous', 'Travailler et entreprendre')
  const since = performance.now()
  await page.getByRole('button', { name: 'Enregistrer et mettre en ligne' }).click()
  const slug = 'produire-ensemble/produire-ensemble-avec-la-scic'
  t.diagnostic(
    JSON.stringify(await movedWithin(`/changer-d-energie/${slug}`, `/travailler-et-entreprendre/${slug}`, since)),
  )
})

/** The new address shows the page, the old one leads there, the search and the site map name the new one only. */
async function movedWithin(from: string, to: string, since: number) {
  const inTime = (what: string, check: () => Promise<unknown>) => within(promisedMs, what, check, { since })
  const [shown, redirected, found, mapped] = await Promise.all([
    inTime('the page is at its new address', async () => assert.equal((await send(platform, to)).status, 200)),
    inTime('the old address leads to the new one', async () => {
      const { status, headers } = await send(platform, from)
      assert.deepEqual([status, headers.location], [301, `${platform.urls.portal}${to}`])
    }),
    inTime('the search knows the new address only', async () => {
      const words = encodeURIComponent(to.split('/').at(-1)?.replaceAll('-', ' ') ?? '')
      const { items } = await search(`q=${words}`)
      const paths = items.map(({ path }) => path)
      assert.deepEqual([paths.includes(to), paths.includes(from)], [true, false])
    }),
    inTime('the site map names the new address only', async () => {
      const { body } = await send(platform, '/sitemap.xml')
      assert.deepEqual([body.includes(`${to}</loc>`), body.includes(`${from}</loc>`)], [true, false])
    }),
  ])
  return { shown, redirected, found, mapped }
}
