import type { APIRoute } from 'astro'
import { absolute } from '../site/urls.ts'
import { xmlAnswer, xmlText } from '../site/xml.ts'

/** Pages that no editor writes. */
const ownPaths = { portal: ['/', '/chantiers', '/communes', '/plan-du-site'], other: ['/', '/plan-du-site'] }

export const GET: APIRoute = async ({ locals: { site, siteUrls, content, dependsOn } }) => {
  const addresses = await content.addresses(site)
  dependsOn(`articles:${site}`)
  if (site === 'portal') dependsOn('chantiers', 'communes')
  const dates = new Map(addresses.map(({ path, updatedAt }) => [path, updatedAt]))
  const paths = new Set([...(site === 'portal' ? ownPaths.portal : ownPaths.other), ...dates.keys()])
  const urls = [...paths].map((path) => {
    const date = dates.get(path)
    return `<url><loc>${xmlText(absolute(siteUrls, site, path))}</loc>${date ? `<lastmod>${xmlText(date)}</lastmod>` : ''}</url>`
  })
  return xmlAnswer(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>`,
    'application/xml',
  )
}
