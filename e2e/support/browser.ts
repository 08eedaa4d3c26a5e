import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { after, type TestContext } from 'node:test'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** The browser of this machine: what `CHROMIUM` says, or the first one on the path. */
function findChromium(): string {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
  if (!found) throw new Error(`No browser: install one of ${names.join(', ')}, or give its path in CHROMIUM.`)
  return found
}

/** Chromium for a whole test file. It finds the satellite sites without any help of the machine’s own name service. */
export async function browserForTests(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--host-resolver-rules=MAP *.localhost 127.0.0.1'],
  })
  after(() => browser.close())
  return browser
}

export const wide = { width: 1366, height: 768 }
export const narrow = { width: 360, height: 740 }

/** Longest wait for something to appear on a page. */
const patienceMs = 15_000

const complaints = new WeakMap<Page, string[]>()

/** A page of a new person: no cookies, nothing stored. It is closed with its test, and shown when that has failed. */
export async function newVisitor(t: TestContext, browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: wide, ...options })
  context.setDefaultTimeout(patienceMs)
  const page = await context.newPage()
  const heard: string[] = []
  complaints.set(page, heard)
  page.on('pageerror', (error) => heard.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`${message.text()} (${message.location().url})`)
  })
  t.after(async () => {
    if (!t.passed && !page.isClosed()) t.diagnostic(`${await shownOn(page)} ${heard.join('\n')}`)
    await context.close()
  })
  return page
}

async function shownOn(page: Page): Promise<string> {
  const text = await page.evaluate<string>('document.body.innerText').catch(() => '(nothing)')
  return `${page.url()} shows: ${text.replace(/\s+/g, ' ').slice(0, 800)}`
}

/** What a page has complained of in the console: scripts that fail, resources that are missing or forbidden. */
export const complaintsOf = (page: Page): string[] => complaints.get(page) ?? []
