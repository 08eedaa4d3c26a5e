import { articleInput, articleKind, articleState, articleView, siteId } from '@pmq/contracts/content'
import { id, listOf, moment } from '@pmq/contracts/shared'
import type { Change } from '@pmq/platform/documents'
import { anyOf, listQuery, pageOf, problem, type Route, route } from '@pmq/platform/http'
import { z } from 'zod'
import {
  type Article,
  archiveArticle,
  deleteArticle,
  draftArticle,
  editArticle,
  publishArticle,
  restoreArticle,
  withdrawArticle,
} from './article.ts'
import { type Articles, articleOf, checkFree, placeOf, stampOf } from './articles.ts'

const params = z.object({ id })
const staff = anyOf('editor', 'moderator', 'committee', 'treasurer', 'viewer')
const writers = anyOf('editor')
const dated = { at: moment.nullable().optional(), withdrawAt: moment.nullable().optional() }

export const viewOf = ({ formerPaths: _former, ...article }: Article) => article

/** Escapes what has a meaning in a regular expression, so that a search for "(1914" is just that. */
const literal = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i')

export function articlesApi(context: Articles): Route[] {
  const { articles, clock } = context
  const save = async (change: Change<Article>, version: number) => viewOf(await articles.commit(change, version))
  const dateOf = (value: string | null | undefined) => (value ? new Date(value) : null)

  return [
    route('GET /articles', {
      title: 'List articles and pages in any state',
      allow: staff,
      query: z.strictObject({
        ...listQuery(['updatedAt', 'publishedAt', 'title', 'createdAt'], '-updatedAt'),
        site: z.array(siteId).optional(),
        section: z.array(id).optional(),
        kind: z.array(articleKind).optional(),
        state: z.array(articleState).optional(),
        chantier: z.array(id).optional(),
      }),
      answers: { 200: listOf(articleView) },
      async handle({ query }) {
        const { page: _page, perPage: _perPage, sort: _sort, q, ...lists } = query
        const filter = {
          ...Object.fromEntries(
            Object.entries(lists).flatMap(([field, values]) => (values?.length ? [[field, { $in: values }]] : [])),
          ),
          ...(q ? { title: literal(q) } : {}),
        }
        const [items, total] = await Promise.all([articles.find(filter, pageOf(query)), articles.count(filter)])
        return { items: items.map(viewOf), total }
      },
    }),
    route('GET /articles/{id}', {
      title: 'Read an article in any state',
      allow: staff,
      params,
      answers: { 200: articleView },
      handle: async ({ params }) => viewOf(await articleOf(context, params.id)),
    }),
    route('POST /articles', {
      title: 'Write a new draft',
      allow: writers,
      idempotent: true,
      body: articleInput,
      answers: { 201: articleView, 409: problem('slug.taken', 'article.unknown-section') },
      async handle({ body, identity, newId }) {
        const articleId = newId()
        const place = await placeOf(context, body)
        await checkFree(context, body.site, place.path, articleId)
        return viewOf(await articles.insert(draftArticle(body, { id: articleId, place, ...stampOf(clock, identity) })))
      },
    }),
    route('PUT /articles/{id}', {
      title: 'Save an article; a public one shows it at once',
      allow: writers,
      needsVersion: true,
      params,
      body: articleInput,
      answers: {
        200: articleView,
        409: problem('slug.taken', 'article.unknown-section', 'article.archived', 'article.other-site'),
      },
      async handle({ params, body, identity, ifMatch }) {
        const article = await articleOf(context, params.id)
        const place = await placeOf(context, body)
        await checkFree(context, body.site, place.path, article.id)
        return save(editArticle(article, body, { place, ...stampOf(clock, identity) }), ifMatch)
      },
    }),
    route('DELETE /articles/{id}', {
      title: 'Delete a draft for good',
      allow: writers,
      needsVersion: true,
      params,
      answers: { 204: null, 409: problem('article.still-public') },
      async handle({ params, ifMatch }) {
        await articles.remove(deleteArticle(await articleOf(context, params.id)), ifMatch)
      },
    }),
    route('POST /articles/{id}/publication', {
      title: 'Publish an article, now or later',
      allow: writers,
      needsVersion: true,
      params,
      body: z.strictObject(dated),
      answers: {
        200: articleView,
        409: problem('article.archived', 'article.withdrawn-before-published', 'article.already-published'),
      },
      async handle({ params, body, identity, ifMatch }) {
        const article = await articleOf(context, params.id)
        const place = await placeOf(context, article)
        const dates = { at: dateOf(body.at), withdrawAt: dateOf(body.withdrawAt) }
        return save(publishArticle(article, { ...dates, place, ...stampOf(clock, identity) }), ifMatch)
      },
    }),
    route('DELETE /articles/{id}/publication', {
      title: 'Withdraw an article, or cancel its schedule',
      allow: writers,
      needsVersion: true,
      params,
      answers: { 200: articleView, 409: problem('article.not-published') },
      handle: async ({ params, identity, ifMatch }) =>
        save(withdrawArticle(await articleOf(context, params.id), stampOf(clock, identity)), ifMatch),
    }),
    route('POST /articles/{id}/archiving', {
      title: 'Archive a published article',
      allow: writers,
      needsVersion: true,
      params,
      answers: { 200: articleView, 409: problem('article.not-published') },
      async handle({ params, identity, ifMatch }) {
        const article = await articleOf(context, params.id)
        return save(
          archiveArticle(article, { place: await placeOf(context, article), ...stampOf(clock, identity) }),
          ifMatch,
        )
      },
    }),
    route('DELETE /articles/{id}/archiving', {
      title: 'Bring an article back from the archives',
      allow: writers,
      needsVersion: true,
      params,
      answers: { 200: articleView, 409: problem('article.not-archived') },
      async handle({ params, identity, ifMatch }) {
        const article = await articleOf(context, params.id)
        return save(
          restoreArticle(article, { place: await placeOf(context, article), ...stampOf(clock, identity) }),
          ifMatch,
        )
      },
    }),
  ]
}
