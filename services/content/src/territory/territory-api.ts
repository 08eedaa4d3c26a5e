import { communeInput, communePage, communeView, epciView, inseeCode, siren } from '@pmq/contracts/content'
import { listOf, slug } from '@pmq/contracts/shared'
import { found } from '@pmq/platform/errors'
import { anyOf, anyone, listQuery, problem, type Route, route } from '@pmq/platform/http'
import { z } from 'zod'
import { type Commune, type Epci, membershipOn, pathOf, reviseCommune } from './commune.ts'
import { kmBetween } from './distance.ts'
import type { TerritoryStore } from './territory-store.ts'

const params = z.object({ id: inseeCode })
const neighbours = 6

const viewOf = (commune: Commune, epcis: readonly Epci[], today: Date) => {
  const current = membershipOn(commune.memberships, today)
  const epci = epcis.find(({ id }) => id === current?.epci)
  return { ...commune, path: pathOf(commune), epci: epci ? { id: epci.id, name: epci.name, slug: epci.slug } : null }
}
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export const territoryApi = ({ territory, clock }: { territory: TerritoryStore; clock: () => Date }): Route[] => [
  route('GET /epcis', {
    title: 'List the three communautés de communes',
    allow: anyone,
    answers: { 200: listOf(epciView) },
    async handle() {
      const items = await territory.epcis()
      return { items, total: items.length }
    },
  }),
  route('GET /communes', {
    title: 'List the communes of the Pays',
    allow: anyone,
    query: z.strictObject({
      ...listQuery(['name', 'population', 'updatedAt'], 'name'),
      epci: z.array(siren).optional(),
    }),
    answers: { 200: listOf(communeView) },
    async handle({ query }) {
      const [communes, epcis] = await Promise.all([territory.communes(), territory.epcis()])
      const today = clock()
      const wanted = fold(query.q ?? '')
      const direction = query.sort.startsWith('-') ? -1 : 1
      const field = query.sort.replace(/^-/, '') as 'id' | 'name' | 'population' | 'updatedAt'
      const compare = (a: Commune, b: Commune) =>
        field === 'name' ? a.name.localeCompare(b.name, 'fr') : Number(a[field]) - Number(b[field])
      const chosen = communes
        .filter(
          (commune) =>
            fold(commune.name).includes(wanted) || commune.postalCodes.some((code) => code.startsWith(wanted)),
        )
        .sort((a, b) => direction * compare(a, b))
        .map((commune) => viewOf(commune, epcis, today))
        .filter(({ epci }) => !query.epci || (epci && query.epci.includes(epci.id)))
      const start = (query.page - 1) * query.perPage
      return { items: chosen.slice(start, start + query.perPage), total: chosen.length }
    },
  }),
  route('GET /communes/{id}', {
    title: 'Read a commune by its INSEE code',
    allow: anyone,
    params,
    answers: { 200: communeView },
    handle: async ({ params }) =>
      viewOf(
        found(await territory.get(params.id), 'Cette commune n’est pas dans le Pays.'),
        await territory.epcis(),
        clock(),
      ),
  }),
  route('GET /commune-pages/{slug}', {
    title: 'Read all that the page of a commune shows',
    allow: anyone,
    params: z.object({ slug }),
    answers: { 200: communePage },
    async handle({ params }) {
      const commune = found(await territory.bySlug(params.slug), 'Cette commune n’est pas dans le Pays.')
      const [all, epcis] = await Promise.all([territory.communes(), territory.epcis()])
      const near = all
        .filter(({ id }) => id !== commune.id)
        .map((other) => ({
          name: other.name,
          path: pathOf(other),
          km: Math.round(kmBetween(commune, other) * 10) / 10,
        }))
        .sort((a, b) => a.km - b.km)
      return { ...viewOf(commune, epcis, clock()), neighbours: near.slice(0, neighbours) }
    },
  }),
  route('PUT /communes/{id}', {
    title: 'Save a commune',
    allow: anyOf('editor'),
    needsVersion: true,
    params,
    body: communeInput,
    answers: {
      200: communeView,
      409: problem('commune.membership-ends-first', 'commune.memberships-overlap', 'value.taken'),
    },
    async handle({ params, body, ifMatch }) {
      const commune = found(await territory.get(params.id))
      return viewOf(
        await territory.commit(reviseCommune(commune, body, { now: clock() }), ifMatch),
        await territory.epcis(),
        clock(),
      )
    },
  }),
]
