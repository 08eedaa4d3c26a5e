import type { TestContext } from 'node:test'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { type Account, oneSignInAtATime, password } from './accounts.ts'
import { newVisitor } from './browser.ts'
import { signInPage } from './form.ts'
import type { Platform } from './platform.ts'

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>

/** Signs in at the back office, through the real page of the identity provider. Ends on `hash`, or where the account may go. */
export async function enterOffice(page: Page, platform: Platform, account: Account, hash = ''): Promise<void> {
  await page.goto(`${platform.urls.portal}/admin/${hash}`)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await passProvider(page, platform, account)
}

/** The sign-in page of the provider. */
export async function passProvider(page: Page, platform: Platform, account: Account): Promise<void> {
  await oneSignInAtATime(account, async () => {
    await fillSignIn(page, platform, account, password)
    await page.waitForURL(`${platform.urls.portal}/**`)
  })
}

/** Types name and password at the provider, and sends them. */
export async function fillSignIn(page: Page, platform: Platform, username: string, typed: string): Promise<void> {
  const { selectors } = signInPage
  await page.waitForURL(`${platform.providerUrl}/**`)
  await page.locator(selectors.username).fill(username)
  await page.locator(selectors.password).fill(typed)
  await page.locator(selectors.enter).click()
}

export const field = (scope: Page | Locator, name: string): Locator =>
  scope.getByRole('textbox', { name: new RegExp(`^${name}`) })

/** Chooses in one of the back office's lists. */
export async function choose(page: Page, name: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: new RegExp(`^${name}`) }).click()
  await page.getByRole('option', { name: option, exact: typeof option === 'string' }).click()
}

export type Written = { title: string; summary?: string; section: string; paragraphs: string[] }

/** Writes an article on the screen and saves it as a draft. @returns its id */
export async function writeArticle(page: Page, { title, summary, section, paragraphs }: Written): Promise<string> {
  await page.getByRole('link', { name: 'Écrire un article' }).first().click()
  await field(page, 'Titre').fill(title)
  if (summary) await field(page, 'Chapeau').fill(summary)
  await choose(page, 'Rubrique', section)
  await typeText(page, paragraphs)
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await page.waitForURL(/#\/articles\/[0-9a-f-]{36}$/)
  return page.url().split('/').at(-1) ?? ''
}

/** Types into the writing sheet, a line for each paragraph. */
export async function typeText(page: Page, paragraphs: string[]): Promise<void> {
  const sheet = field(page, 'Texte')
  await sheet.click()
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) await sheet.press('Enter')
    await page.keyboard.insertText(paragraph)
  }
}

/** Presses a button that asks before it acts, and answers yes. */
export async function confirm(page: Page, button: string, verb: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click()
}

export const notice = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor()

/**
 * A page of the back office for somebody who signed in before: the sign-in pages are passed once for each account, and
 * its cookies are given to the browsers that follow.
 */
export function officeFor(browser: Browser, platform: Platform) {
  const signedIn = new Map<Account, Promise<StorageState>>()

  const signIn = async (t: TestContext, account: Account): Promise<StorageState> => {
    const page = await newVisitor(t, browser)
    await enterOffice(page, platform, account)
    const state = await page.context().storageState()
    await page.context().close()
    return state
  }

  return async (t: TestContext, account: Account, hash = ''): Promise<Page> => {
    const known = signedIn.get(account) ?? signIn(t, account)
    signedIn.set(account, known)
    const page = await newVisitor(t, browser, { storageState: await known })
    await page.goto(`${platform.urls.portal}/admin/${hash}`)
    return page
  }
}
