import type { APIRoute } from 'astro'
import { bareShell } from '../site/shell.ts'
import { absolute } from '../site/urls.ts'
import { xmlAnswer, xmlText } from '../site/xml.ts'

/** RSS 2.0 of the latest articles. */
export const GET: APIRoute = async ({ locals: { site, siteUrls, content, dependsOn } }) => {
  const [{ items }, sites] = await Promise.all([content.articles(site, { perPage: 20 }), content.sites()])
  dependsOn(`articles:${site}`)
  const { name, description } = sites.find(({ id }) => id === site) ?? { ...bareShell(site).site, description: '' }
  const home = xmlText(absolute(siteUrls, site, '/'))
  const self = xmlText(absolute(siteUrls, site, '/flux.xml'))
  const entries = items.map(({ title, summary, path, publishedAt, section }) => {
    const link = xmlText(absolute(siteUrls, site, path))
    const date = new Date(publishedAt).toUTCString()
    return `<item><title>${xmlText(title)}</title><link>${link}</link><guid>${link}</guid><category>${xmlText(section.title)}</category><description>${xmlText(summary)}</description><pubDate>${date}</pubDate></item>`
  })
  return xmlAnswer(
    `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${xmlText(name)}</title><link>${home}</link>
<description>${xmlText(description)}</description><language>fr</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>
${entries.join('\n')}
</channel></rss>`,
    'application/rss+xml',
  )
}
