import type { APIRoute } from 'astro'
import { absolute } from '../site/urls.ts'

export const GET: APIRoute = ({ locals: { site, siteUrls, dependsOn } }) => {
  dependsOn('sites')
  const lines = [
    'User-agent: *',
    'Disallow: /recherche',
    'Disallow: /api/',
    'Disallow: /admin/',
    '',
    `Sitemap: ${absolute(siteUrls, site, '/sitemap.xml')}`,
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
