import { event } from '@pmq/platform/events'
import { z } from 'zod'
import { articleKind } from './article.ts'
import { siteId } from './site.ts'

/**
 * What is public of a page: enough for an index, a page cache or a newsletter, so that no consumer has to ask back.
 * Each event tells the whole public state after the change: the last one of a subject is enough to rebuild a projection.
 */
export const publicDocument = z.object({
  site: siteId,
  path: z.string(),
  kind: z.enum([...articleKind.options, 'chantier', 'commune', 'section']),
  title: z.string(),
  summary: z.string(),
  text: z.string(),
  tags: z.array(z.string()),
  section: z.object({ id: z.string(), title: z.string() }).nullable(),
  publishedAt: z.iso.datetime().nullable(),
  archived: z.boolean(),
})
export type PublicDocument = z.infer<typeof publicDocument>

const notPublic = z.object({ site: siteId, path: z.string() })

export const articleDrafted = event(
  'content.article.drafted',
  'An article was created or edited; the public does not see it.',
  notPublic,
)
export const articleScheduled = event(
  'content.article.scheduled',
  'An article will be published at a later date.',
  notPublic.extend({ at: z.iso.datetime() }),
)
export const articlePublished = event('content.article.published', 'An article became public.', publicDocument)
export const articleRevised = event('content.article.revised', 'A public article was edited.', publicDocument)
export const articleRelocated = event(
  'content.article.relocated',
  'The address of a public article changed, because its section or slug did.',
  publicDocument.extend({ formerPath: z.string() }),
)
export const articleArchived = event(
  'content.article.archived',
  'An article went to the archives: still found, no longer in the news.',
  publicDocument,
)
export const articleWithdrawn = event('content.article.withdrawn', 'A public article is no longer public.', notPublic)
export const articleDeleted = event('content.article.deleted', 'An article was deleted.', notPublic)

export const sectionCreated = event('content.section.created', 'A section was added to a site’s tree.', publicDocument)
export const sectionRevised = event(
  'content.section.revised',
  'A section was renamed, moved or reordered.',
  publicDocument.extend({ formerPath: z.string() }),
)
export const sectionDeleted = event('content.section.deleted', 'An empty section was deleted.', notPublic)

export const chantierPublished = event('content.chantier.published', 'A fiche chantier was created.', publicDocument)
export const chantierRevised = event('content.chantier.revised', 'A fiche chantier was edited.', publicDocument)
export const communePublished = event('content.commune.published', 'A commune was added.', publicDocument)
export const communeRevised = event('content.commune.revised', 'A commune was edited.', publicDocument)

/** The events after which a document is public, in the state they carry. */
export const publicContentEvents = [
  articlePublished,
  articleRevised,
  articleRelocated,
  articleArchived,
  sectionCreated,
  sectionRevised,
  chantierPublished,
  chantierRevised,
  communePublished,
  communeRevised,
] as const
/** The events after which a document is not public. */
export const hiddenContentEvents = [
  articleDrafted,
  articleScheduled,
  articleWithdrawn,
  articleDeleted,
  sectionDeleted,
] as const
export const contentTopics = ['content.article', 'content.section', 'content.chantier', 'content.commune']
