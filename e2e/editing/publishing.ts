import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openSession } from '../support/api-session.ts'
import { anArticle, draftArticle, publishArticle } from '../support/articles.ts'
import { newVisitor } from '../support/browser.ts'
import { send } from '../support/http.ts'
import { choose, confirm, enterOffice, field, notice, writeArticle } from '../support/office.ts'
import { placesOf, plannedMs, promisedMs, untilShown } from '../support/public-places.ts'
import { within } from '../support/within.ts'
import type { Stage } from './stage.ts'

const pathOf = (page: Page) => field(page, 'Adresse de la page').inputValue()

/** It waits for its minute: to be declared first, beside the others. */
export function scheduling({ platform, browser }: Stage): void {
  test('an article scheduled on the screen for the next minute appears by itself', async (t) => {
    // Somebody far away plans on the clocks of Paris: the time typed is that of the Pays.
    const page = await newVisitor(t, browser, { timezoneId: 'America/Cayenne' })
    await enterOffice(page, platform, 'editor')
    await writeArticle(page, {
      title: 'Veillée de contes à Puylaroque',
      section: 'Rencontrer des artistes',
      paragraphs: ['Une conteuse ouvre la saison des veillées.'],
    })
    await page.getByRole('button', { name: 'Programmer…' }).click()
    const due = nextMinute()
    await page.getByLabel('Paraît le').fill(onClocksOfParis(due))
    await page.getByRole('dialog').getByRole('button', { name: 'Programmer' }).click()
    await notice(page, 'L’article paraîtra seul, à l’heure dite.')
    const path = '/decouvrir/rencontrer-des-artistes/veillee-de-contes-a-puylaroque'
    assert.equal((await send(platform, path)).status, 404)

    const sectionPath = '/decouvrir/rencontrer-des-artistes'
    const places = placesOf(platform, { title: 'Veillée de contes à Puylaroque', path, sectionPath })
    const msUntilDue = () => due.getTime() - Date.now()
    await within(70_000, 'the minute has come', async () => assert.ok(msUntilDue() <= 0), { everyMs: 20 })
    t.diagnostic(
      JSON.stringify(await untilShown(places, true, { since: performance.now() + msUntilDue(), ms: plannedMs })),
    )
    await page.reload()
    await page.getByText('Publié', { exact: true }).first().waitFor()
  })
}

export function publishing({ platform, browser, enter }: Stage): void {
  test('an editor writes and publishes on the screen: within two seconds it is everywhere, withdrawn: nowhere', async (t) => {
    const page = await newVisitor(t, browser)
    await enterOffice(page, platform, 'editor')
    const title = 'Un four solaire collectif à Vaïssac'
    await writeArticle(page, {
      title,
      summary: 'Les habitants cuisent ensemble, une fois par mois.',
      section: 'Rénover son logement',
      paragraphs: ['Le four a été construit cet été.', 'Il chauffe à deux cents degrés.'],
    })
    const sectionPath = '/habiter/renover'
    const path = `${sectionPath}/${await pathOf(page)}`
    assert.equal(path, '/habiter/renover/un-four-solaire-collectif-a-vaissac')
    const places = placesOf(platform, { title, path, sectionPath })
    await untilShown(places, false, { since: performance.now() })

    const published = performance.now()
    await confirm(page, 'Publier', 'Publier')
    t.diagnostic(`published: ${JSON.stringify(await untilShown(places, true, { since: published }))}`)
    await notice(page, 'L’article est en ligne.')

    const reader = await newVisitor(t, browser)
    await reader.goto(`${platform.urls.portal}${sectionPath}`)
    await reader.getByRole('main').getByRole('link', { name: title }).click()
    await reader.getByRole('heading', { level: 1, name: title }).waitFor()
    await reader.getByText('Il chauffe à deux cents degrés.').waitFor()

    const withdrawn = performance.now()
    await confirm(page, 'Retirer du site', 'Retirer du site')
    t.diagnostic(`withdrawn: ${JSON.stringify(await untilShown(places, false, { since: withdrawn }))}`)
    await notice(page, 'L’article n’est plus en ligne.')
    assert.equal((await reader.reload())?.status(), 404)
  })

  test('an editor corrects a published article: readers see it within two seconds, under the same address', async (t) => {
    const page = await enter(t, 'editor')
    await writeArticle(page, {
      title: 'Marché de plein vent à Caussade',
      section: 'Acheter près de chez soi',
      paragraphs: ['Rendez-vous le lundi.'],
    })
    const path = `/se-nourrir/acheter-pres-de-chez-soi/${await pathOf(page)}`
    await confirm(page, 'Publier', 'Publier')
    await notice(page, 'L’article est en ligne.')

    await field(page, 'Titre').fill('Marché de plein vent à Caussade, le samedi')
    const since = performance.now()
    await page.getByRole('button', { name: 'Mettre à jour la page en ligne' }).click()
    const corrected = async () => assert.ok((await send(platform, path)).body.includes('Caussade, le samedi</h1>'))
    await within(promisedMs, 'the correction is read', corrected, { since })
  })

  test('an article is withdrawn by itself at the planned moment', async () => {
    const editor = await openSession(platform, 'editor')
    const input = anArticle({ slug: 'permanence-a-montpezat', title: 'Permanence exceptionnelle à Montpezat' })
    const moment = (inMs: number) => new Date(Date.now() + inMs).toISOString()
    const dates = { at: moment(2_000), withdrawAt: moment(7_000) }
    await publishArticle(editor, await draftArticle(editor, input), dates)

    const places = placesOf(platform, {
      title: input.title,
      path: `/habiter/renover/${input.slug}`,
      sectionPath: '/habiter/renover',
    })
    const planned = (iso: string) => ({ since: performance.now() + Date.parse(iso) - Date.now(), ms: plannedMs })
    await untilShown(places, true, planned(dates.at))
    await untilShown(places, false, planned(dates.withdrawAt))
  })

  test('what is missing is said on its field, and nothing is lost', async (t) => {
    const page = await enter(t, 'editor', '#/articles/create')
    await field(page, 'Titre').fill('Sans rubrique')
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
    await page.getByRole('alert').getByRole('button', { name: 'Rubrique' }).waitFor()
    assert.equal(await field(page, 'Titre').inputValue(), 'Sans rubrique')
    await choose(page, 'Rubrique', 'Se déplacer autrement')
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
    await notice(page, 'Brouillon enregistré.')
  })
}

/** The beginning of a minute that is far enough to be typed in time. */
const nextMinute = () => new Date(Math.ceil((Date.now() + 8_000) / 60_000) * 60_000)

/** What one types into a field for date and time. */
const onClocksOfParis = (date: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' })
    .format(date)
    .replace(' ', 'T')
