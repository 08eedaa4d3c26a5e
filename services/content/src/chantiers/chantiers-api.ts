import { axisId, axisView, chantierInput, chantierPage, chantierView } from '@pmq/contracts/content'
import { id, listOf, slug } from '@pmq/contracts/shared'
import { found } from '@pmq/platform/errors'
import { anyOf, anyone, listQuery, pageOf, problem, type Route, route } from '@pmq/platform/http'
import { z } from 'zod'
import type { ArticleCards } from '../articles/article-cards.ts'
import { type Axis, type Chantier, pathOf, reviseChantier } from './chantier.ts'
import type { ChantierStore } from './chantier-store.ts'

const params = z.object({ id })
const viewOf = (chantier: Chantier) => ({ ...chantier, path: pathOf(chantier) })
const axisViewOf = ({ version: _version, ...axis }: Axis) => axis

export const chantiersApi = ({
  chantiers,
  cards,
  clock,
}: {
  chantiers: ChantierStore
  cards: ArticleCards
  clock: () => Date
}): Route[] => [
  route('GET /axes', {
    title: 'Read the three axes of the territorial project and their orientations',
    allow: anyone,
    answers: { 200: z.object({ items: z.array(axisView) }) },
    handle: async () => ({ items: (await chantiers.axes()).map(axisViewOf) }),
  }),
  route('GET /chantiers', {
    title: 'List the fiches chantier',
    allow: anyone,
    query: z.strictObject({
      ...listQuery(['number', 'title', 'updatedAt'], 'number'),
      axis: z.array(axisId).optional(),
    }),
    answers: { 200: listOf(chantierView) },
    async handle({ query }) {
      const filter = { ...(query.axis ? { axis: { $in: query.axis } } : {}) }
      const all = (await chantiers.find(filter, { sort: pageOf(query).sort })).filter(
        ({ title }) => !query.q || title.toLowerCase().includes(query.q.toLowerCase()),
      )
      const { skip, limit } = pageOf(query)
      return { items: all.slice(skip, skip + limit).map(viewOf), total: all.length }
    },
  }),
  route('GET /chantiers/{id}', {
    title: 'Read a fiche chantier',
    allow: anyone,
    params,
    answers: { 200: chantierView },
    handle: async ({ params }) => viewOf(found(await chantiers.get(params.id))),
  }),
  route('GET /chantier-pages/{slug}', {
    title: 'Read all that the page of a chantier shows',
    allow: anyone,
    params: z.object({ slug }),
    answers: { 200: chantierPage },
    async handle({ params }) {
      const chantier = found(await chantiers.bySlug(params.slug), 'Ce chantier n’existe pas.')
      const [axis, articles] = await Promise.all([chantiers.axis(chantier.axis), cards.linkedTo(chantier.id)])
      const orientation = axis?.orientations.find((one) => one.id === chantier.orientation)
      return { ...viewOf(chantier), axisTitle: axis?.title ?? '', orientationTitle: orientation?.title ?? '', articles }
    },
  }),
  route('PUT /chantiers/{id}', {
    title: 'Save a fiche chantier',
    allow: anyOf('editor'),
    needsVersion: true,
    params,
    body: chantierInput,
    answers: { 200: chantierView, 409: problem('chantier.orientation-of-other-axis', 'value.taken') },
    async handle({ params, body, ifMatch }) {
      const chantier = found(await chantiers.get(params.id))
      return viewOf(
        await chantiers.commit(reviseChantier(chantier, body, { axes: await chantiers.axes(), now: clock() }), ifMatch),
      )
    },
  }),
]
