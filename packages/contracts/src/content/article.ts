import { richText } from '@pmq/rich-text'
import { z } from 'zod'
import { id, line, moment, slug, text } from '../shared/index.ts'
import { sectionView, trailStep } from './section.ts'
import { siteId } from './site.ts'

export const articleStates = ['draft', 'scheduled', 'published', 'archived'] as const
export const articleState = z.enum(articleStates)
export type ArticleState = z.infer<typeof articleState>

/** A `page` stays in its section; an `article` is news: it is dated, listed and archived. */
export const articleKind = z.enum(['page', 'article'])

export const tag = line(60)

/** What an editor types. To add a field, begin here (CONTRIBUTING, "Add a field to an article"). */
export const articleInput = z
  .strictObject({
    site: siteId,
    section: id,
    kind: articleKind,
    title: line(160),
    slug,
    summary: text(300),
    body: richText,
    /** Among the pages of its section; news are in the order of their dates. */
    position: z.int().min(0).max(9999).default(0),
    tags: z.array(tag).max(20, '20\u00a0mots-clés au plus.'),
    /** Shown as the author; staff choose it (a team, a mission), it is not the account. */
    author: text(120),
    chantier: id.nullable(),
  })
  .meta({ id: 'ArticleInput' })
export type ArticleInput = z.infer<typeof articleInput>

/** The article as staff see it. */
export const articleView = articleInput
  .extend({
    id,
    version: z.int(),
    state: articleState,
    path: z.string(),
    publishedAt: moment.nullable(),
    /** When it will be withdrawn by itself. */
    withdrawAt: moment.nullable(),
    createdAt: moment,
    updatedAt: moment,
    updatedBy: z.string(),
  })
  .meta({ id: 'ArticleView' })
export type ArticleView = z.infer<typeof articleView>

/** A published article in a list. */
export const articleCard = articleView
  .pick({ id: true, site: true, kind: true, title: true, summary: true, path: true, tags: true })
  .extend({
    section: z.object({ id, title: z.string(), path: z.string() }),
    publishedAt: moment,
    archived: z.boolean(),
  })
  .meta({ id: 'ArticleCard' })
export type ArticleCard = z.infer<typeof articleCard>

/** Everything a page needs, in one answer: what stands at a path of a site. */
export const sitePage = z
  .discriminatedUnion('is', [
    z.object({
      is: z.literal('article'),
      /** All that its editor typed, and what follows from it. */
      article: z.object({ ...articleInput.shape, ...articleCard.shape, updatedAt: moment, readingMinutes: z.int() }),
      trail: z.array(trailStep),
      chantier: z.object({ title: z.string(), path: z.string() }).nullable(),
      similar: z.array(articleCard),
    }),
    z.object({
      is: z.literal('section'),
      section: sectionView.pick({ id: true, title: true, summary: true, path: true, shows: true }),
      trail: z.array(trailStep),
      children: z.array(sectionView.pick({ id: true, title: true, summary: true, path: true })),
      pages: z.array(articleCard),
      articles: z.array(articleCard),
      totalArticles: z.int(),
      page: z.int(),
      perPage: z.int(),
    }),
    z.object({ is: z.literal('moved'), to: z.string() }),
  ])
  .meta({ id: 'SitePage' })
export type SitePage = z.infer<typeof sitePage>
