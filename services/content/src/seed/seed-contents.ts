import type { ContentSeed } from '../../seed/read-contents.ts'
import { readSeed, type Seed } from '../../seed/read-seed.ts'
import { draftArticle, publishArticle } from '../articles/article.ts'
import { createChantier } from '../chantiers/chantier.ts'
import { createSection, type Section } from '../sections/section.ts'
import type { ContentStores } from '../stores.ts'
import { createCommune } from '../territory/commune.ts'

type Context = { stores: ContentStores; seed: Seed; now: Date }

/** What the first start puts in, as read from the files of `seed/`. */
export const firstContents = (): Seed => readSeed(new URL('../../seed/', import.meta.url))

/**
 * Adds what is missing of the first contents, in an order in which each finds what it needs. What exists is left as it
 * is, so that it can be repeated, or go on after a kill.
 * @returns how many were added
 */
export async function seedContents(stores: ContentStores, clock: () => Date): Promise<number> {
  const context = { stores, seed: firstContents(), now: clock() }
  let added = 0
  for (const step of [addSites, addSections, addTerritory, addChantiers, addArticles]) added += await step(context)
  return added
}

/** Runs `add` for each item that `has` does not know. */
async function addMissing<Item>(
  items: readonly Item[],
  has: (item: Item) => Promise<unknown>,
  add: (item: Item) => Promise<unknown>,
): Promise<number> {
  let added = 0
  for (const item of items) {
    if (await has(item)) continue
    await add(item)
    added += 1
  }
  return added
}

const addSites = ({ stores: { sites }, seed }: Context) =>
  addMissing(
    seed.sites,
    ({ id }) => sites.get(id),
    ({ hostKey: _hostKey, ...site }) => sites.insert({ state: { ...site, version: 0 } }),
  )

async function addSections({ stores: { sections }, seed, now }: Context): Promise<number> {
  const others: Section[] = await sections.all()
  return addMissing(
    seed.sections,
    async ({ id }) => others.some((section) => section.id === id),
    async ({ id, path: _path, kind, ...input }) => {
      const shows = kind && kind !== 'legal' ? kind : 'contents'
      const ofSite = others.filter(({ site }) => site === input.site)
      others.push(await sections.insert(createSection({ ...input, shows }, { id, others: ofSite, now })))
    },
  )
}

async function addTerritory({ stores: { territory }, seed, now }: Context): Promise<number> {
  const epcis = await addMissing(
    seed.epcis,
    ({ siren }) => territory.epci(siren),
    ({ siren, ...epci }) => territory.insertEpci({ state: { id: siren, version: 0, ...epci, updatedAt: now } }),
  )
  const communes = await addMissing(
    seed.communes,
    ({ insee }) => territory.get(insee),
    ({ insee, ...commune }) => territory.insert(createCommune({ id: insee, ...commune }, { now })),
  )
  return epcis + communes
}

async function addChantiers({ stores: { chantiers }, seed, now }: Context): Promise<number> {
  const axes = await addMissing(
    seed.axes,
    ({ id }) => chantiers.axis(id),
    (axis) => chantiers.insertAxis({ state: { ...axis, version: 0 } }),
  )
  const fiches = await addMissing(
    seed.chantiers,
    ({ id }) => chantiers.get(id),
    ({ id, alsoServes: _alsoServes, ...input }) => chantiers.insert(createChantier(input, { id, now })),
  )
  return axes + fiches
}

const addArticles = ({ stores: { articles }, seed }: Context) =>
  addMissing(
    seed.contents,
    ({ id }) => articles.get(id),
    (content) => articles.insert(publishedFrom(content, seed)),
  )

/**
 * Drafted and published in one go, at the date of its facts: the change that is stored is the publication, and readers are
 * not told that an article of 2017 was edited today.
 */
function publishedFrom({ id, path, theme: _theme, publishedAt, order, ...input }: ContentSeed, seed: Seed) {
  const section = seed.sections.find((one) => one.id === input.section)
  const place = { path, section: { id: input.section, title: section?.title ?? '' } }
  const stamp = { place, now: publishedAt, by: 'Premiers contenus' }
  return publishArticle(draftArticle({ ...input, position: order }, { id, ...stamp }).state, stamp)
}
