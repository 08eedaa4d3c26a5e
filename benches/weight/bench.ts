import type { Browser } from 'playwright-core'
import type { Sample } from '../support/alternate.ts'
import type { Bench } from '../support/bench.ts'
import { openChromium } from '../support/open-chromium.ts'
import { pageKinds } from '../support/page-kinds.ts'
import { startPlatform } from '../support/start-platform.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** What EcoIndex gives an A for, roughly: the budget of the client's eco-design. */
const budget = { kilobytes: 300, requests: 15, domNodes: 350 }

/** A first visit with a phone: nothing in its cache, scrolled to the end, so that pictures below the fold count too. */
export const bench: Bench = {
  title: 'article page ÷ EcoIndex A budget (300 kB, 15 requests, 350 DOM nodes), the worst of the three; first visit',
  floor: 0.5,
  goal: 0.25,
  better: 'lower',
  async run({ say }) {
    const ours = await startPlatform({ dataDir: temporaryFolder() })
    const browser = await openChromium()
    try {
      const raw: Record<string, Sample[]> = {}
      for (const [kind, path] of Object.entries(await pageKinds(ours.origin))) {
        const sample = await weigh(browser, ours.origin + path)
        raw[kind] = [sample]
        say(
          `${kind.padEnd(12)}${Object.entries(sample)
            .map(([name, value]) => `${name}=${value.toFixed(0)}`)
            .join('  ')}  ratio=${ratioOf(sample).toFixed(3)}`,
        )
      }
      const medians = Object.fromEntries(Object.entries(raw).map(([kind, [sample = {}]]) => [kind, sample]))
      const ratios = Object.fromEntries(Object.entries(medians).map(([kind, sample]) => [kind, ratioOf(sample)]))
      return { ratio: ratios.article ?? Number.NaN, medians, raw, notes: { ratios, budget } }
    } finally {
      await browser.close()
      await ours.stop()
    }
  },
}

/** Bytes are those on the wire: compressed, headers included. */
async function weigh(browser: Browser, url: string): Promise<Sample> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    locale: 'fr-FR',
  })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  let [bytes, requests] = [0, 0]
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:')) requests += 1
  })
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.evaluate('window.scrollTo(0, document.body.scrollHeight)')
  await page.waitForLoadState('networkidle')
  const domNodes = await page.evaluate<number>('document.querySelectorAll("*").length')
  await context.close()
  return { kilobytes: bytes / 1000, requests, domNodes }
}

const ratioOf = (sample: Sample) =>
  Math.max(...Object.entries(budget).map(([name, most]) => (sample[name] ?? Number.NaN) / most))
