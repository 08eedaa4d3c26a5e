import { siteIds } from '@pmq/contracts/content'
import type { CloudEvent } from '@pmq/platform/events'
import { z } from 'zod'

/** All that the cache needs to know of an event. */
const ofOneSite = z.object({ site: z.enum(siteIds) })

/** The tags of the pages that an event of the content service makes old. */
export function tagsOfEvent({ type, subject, data }: CloudEvent): string[] {
  const concept = type.split('.').slice(0, 2).join('.')
  if (concept === 'content.chantier') return ['chantiers']
  if (concept === 'content.commune') return ['communes']
  const { success, data: said } = ofOneSite.safeParse(data)
  // A relocated article may have left another site's lists; an event that names no site may concern any.
  const sites = success && type !== 'content.article.relocated' ? [said.site] : siteIds
  if (concept === 'content.article') return [`article:${subject}`, ...sites.map((site) => `articles:${site}`)]
  if (concept === 'content.section') return sites.flatMap((site) => [`tree:${site}`, `articles:${site}`])
  return []
}
