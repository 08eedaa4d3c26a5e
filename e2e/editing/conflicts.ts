import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Account } from '../support/accounts.ts'
import { anArticle, draftArticle, storedArticle } from '../support/articles.ts'
import { field, notice, passProvider, typeText } from '../support/office.ts'
import type { Stage } from './stage.ts'

const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
const saved = (page: Page) => page.getByText(/^Enregistré /).waitFor()
const conflictOf = (page: Page) => page.getByRole('dialog', { name: 'Quelqu’un a enregistré avant vous' })

export function conflicts({ platform, enter, api }: Stage): void {
  const open = async (t: TestContext, account: Account, articleId: string) => {
    const page = await enter(t, account, `#/articles/${articleId}`)
    await field(page, 'Titre').waitFor()
    return page
  }

  /** Two people open the same draft; the first saves another title, the second types one too and a new summary, and saves. */
  async function clash(t: TestContext, slug: string) {
    const { id } = await draftArticle(api, anArticle({ slug, title: 'Le titre du début' }))
    const [first, second] = [await open(t, 'admin', id), await open(t, 'editor', id)]
    await field(first, 'Titre').fill('Le titre de la première')
    await save(first)
    await saved(first)
    await field(second, 'Titre').fill('Le titre du second')
    await field(second, 'Chapeau').fill('Le chapeau du second.')
    await typeText(second, ['Une phrase du second.'])
    await save(second)
    await conflictOf(second).waitFor()
    return { id, page: second, conflict: conflictOf(second) }
  }

  test('who saves second is told who was first, and sees both versions', async (t) => {
    const { id, conflict, page } = await clash(t, 'deux-versions')
    await conflict.getByText(/Alix Démo \(administration\) a enregistré aujourd’hui/).waitFor()
    await conflict
      .getByText('Le titre de la première')
      .or(conflict.locator('.version', { hasText: 'première' }))
      .first()
      .waitFor()
    await conflict.locator('.version', { hasText: 'second' }).first().waitFor()
    const stored = await storedArticle(api, id)
    assert.equal(stored.title, 'Le titre de la première', 'nothing was overwritten')

    await conflict.getByRole('button', { name: 'Revenir à mon texte' }).click()
    assert.equal(await field(page, 'Titre').inputValue(), 'Le titre du second')
    assert.equal(await field(page, 'Chapeau').inputValue(), 'Le chapeau du second.')
    await page.getByText('Une phrase du second.').waitFor()
  })

  test('the second may keep everything that is his', async (t) => {
    const { id, page, conflict } = await clash(t, 'garder-la-mienne')
    await conflict.getByRole('button', { name: 'Garder ma version' }).click()
    await conflict.waitFor({ state: 'detached' })
    await saved(page)
    const { title, summary, body } = await storedArticle(api, id)
    assert.deepEqual([title, summary], ['Le titre du second', 'Le chapeau du second.'])
    assert.match(JSON.stringify(body), /Une phrase du second\./)
  })

  test('the second may take what the first wrote, and his own text is put aside, not lost', async (t) => {
    const { id, page, conflict } = await clash(t, 'prendre-la-leur')
    await conflict.getByRole('button', { name: 'Prendre la leur' }).click()
    await conflict.waitFor({ state: 'detached' })
    assert.equal(await field(page, 'Titre').inputValue(), 'Le titre de la première')
    assert.equal((await storedArticle(api, id)).title, 'Le titre de la première')

    await page.reload()
    await page.getByRole('button', { name: 'La remettre dans le formulaire' }).click()
    assert.equal(await field(page, 'Titre').inputValue(), 'Le titre du second')
    await page.getByText('Une phrase du second.').waitFor()
  })

  test('the second may choose field by field, and what does not cross is united', async (t) => {
    const { id, page, conflict } = await clash(t, 'reunir')
    await conflict
      .getByRole('group', { name: /^Titre/ })
      .getByLabel('Prendre la sienne')
      .check()
    await conflict.getByRole('button', { name: 'Enregistrer la version réunie' }).click()
    await conflict.waitFor({ state: 'detached' })
    await saved(page)
    const { title, summary } = await storedArticle(api, id)
    assert.deepEqual([title, summary], ['Le titre de la première', 'Le chapeau du second.'])
  })

  test('a session that ends while somebody types takes no text away', async (t) => {
    const { id } = await draftArticle(api, anArticle({ slug: 'session-terminee' }))
    const page = await open(t, 'editor', id)
    await field(page, 'Chapeau').fill('Un chapeau tapé pendant que la session finissait.')
    await page.context().clearCookies()
    await save(page)
    const dialog = page.getByRole('dialog', { name: 'Votre session est terminée' })
    await dialog.getByRole('button', { name: 'Se reconnecter', exact: true }).click()
    await passProvider(page, platform, 'editor')
    await notice(page, 'Votre texte est là.')
    assert.equal(await field(page, 'Chapeau').inputValue(), 'Un chapeau tapé pendant que la session finissait.')
    await save(page)
    await saved(page)
    assert.equal((await storedArticle(api, id)).summary, 'Un chapeau tapé pendant que la session finissait.')
  })

  test('a browser that is closed while somebody types keeps the text for the next time', async (t) => {
    const page = await enter(t, 'editor', '#/articles/create')
    await field(page, 'Titre').fill('Un titre que personne n’a enregistré')
    await page.getByText('Votre texte est gardé sur cet ordinateur.').waitFor()
    const again = await page.context().newPage()
    await page.close()
    await again.goto(`${platform.urls.portal}/admin/`)
    await again.getByRole('link', { name: 'Un titre que personne n’a enregistré' }).click()
    await notice(again, 'Votre texte est là.')
    assert.equal(await field(again, 'Titre').inputValue(), 'Un titre que personne n’a enregistré')
  })
}
