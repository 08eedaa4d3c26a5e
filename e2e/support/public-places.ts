import assert from 'node:assert/strict'
import { slowness } from './form.ts'
import { send } from './http.ts'
import type { Platform } from './platform.ts'
import { within } from './within.ts'

/** Where readers may come upon an article of the portal. */
export type Published = { title: string; path: string; sectionPath: string }

type Place = { name: string; shows(): Promise<boolean> }

/** Everywhere a published article of the portal must be, and a withdrawn one must not. */
export function placesOf(platform: Platform, { title, path, sectionPath }: Published): Place[] {
  const q = encodeURIComponent(title)
  const shows = (name: string, address: string, text: string): Place => ({
    name,
    async shows() {
      const { status, body } = await send(platform, address)
      assert.ok(status === 200 || (address === path && status === 404), `${name} answers ${status}`)
      return status === 200 && body.includes(text)
    },
  })
  return [
    shows('its page', path, `>${title}</h1>`),
    shows('the page of its section', sectionPath, `href="${path}"`),
    shows('the news of the home page', '/', `href="${path}"`),
    shows('the search page', `/recherche?q=${q}`, `href="${path}"`),
    shows('the search API', `/api/search?q=${q}`, `"${path}"`),
    shows('the site map', '/plan-du-site', `href="${path}"`),
    shows('sitemap.xml', '/sitemap.xml', `${path}</loc>`),
    shows('the RSS feed', '/flux.xml', `${path}</link>`),
  ]
}

/** How soon readers must see what editors do. */
export const promisedMs = 2_000 * slowness
/** How soon what was planned must happen: the clock is looked at every second. */
export const plannedMs = 4_000 * slowness

/**
 * Waits until an article is everywhere, or nowhere any more.
 * @returns milliseconds since `since` for each place
 */
export async function untilShown(
  places: Place[],
  shown: boolean,
  { since, ms = promisedMs }: { since: number; ms?: number },
): Promise<Record<string, number>> {
  const times = await Promise.all(
    places.map(async (place) => {
      const seen = async () => assert.equal(await place.shows(), shown)
      return [place.name, await within(ms, `${shown ? 'on' : 'gone from'} ${place.name}`, seen, { since })]
    }),
  )
  return Object.fromEntries(times) as Record<string, number>
}
