import { colours, siteInks } from '@pmq/ui/tokens'
import type { APIRoute } from 'astro'
import { icons } from '../site/icons.ts'
import { shortNames, siteNames } from '../site/shell.ts'

/** What a telephone shows when somebody keeps the site on its screen. */
export const GET: APIRoute = ({ locals: { site, dependsOn } }) => {
  dependsOn('sites')
  const { tile, largeTile } = icons[site]
  const manifest = {
    name: siteNames[site],
    short_name: shortNames[site],
    lang: 'fr',
    start_url: '/',
    display: 'browser',
    background_color: colours.day.paper,
    theme_color: colours.day[siteInks[site]],
    icons: [
      { src: tile, sizes: '192x192', type: 'image/png', purpose: 'any maskable' },
      { src: largeTile, sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
    ],
  }
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } })
}
