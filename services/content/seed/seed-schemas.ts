import {
  articleInput,
  axisView,
  chantierInput,
  communeInput,
  epciView,
  membership,
  sectionInput,
  siren,
  siteId,
  siteView,
} from '@pmq/contracts/content'
import { id } from '@pmq/contracts/shared'
import { z } from 'zod'

// What the data files may hold. The rules are the contracts’ own: the seed obeys what an editor obeys.

export const siteFile = z.array(siteView.extend({ hostKey: z.string().regex(/^[a-z]+$/) }).strict())

export const themesFile = z.record(z.string().regex(/^[a-z]+$/), z.string().min(1))

export const tagsFile = z.array(z.string().min(1))

/** `kind` tells what a section shows besides its own pages. */
const sectionSeed = sectionInput.omit({ site: true }).extend({
  id,
  parent: id.nullable().default(null),
  kind: z.enum(['chantiers', 'communes', 'news', 'legal']).optional(),
})
export const sectionsFile = z.record(siteId, z.array(sectionSeed))

const epci = epciView.omit({ id: true, version: true, updatedAt: true }).extend({ siren }).strict()
export const epcisFile = z.strictObject({
  members: z.array(epci),
  /** Bodies outside the Pays to which a commune belongs, or belonged. */
  neighbours: z.array(z.strictObject({ siren, name: z.string() })),
})

export const communesFile = z.array(
  communeInput.extend({
    insee: z.string().regex(/^\d{5}$/),
    siren,
    department: z.enum(['81', '82']),
    lat: z.number().min(43.9).max(44.4),
    lon: z.number().min(1.3).max(2),
    memberships: z.array(membership.omit({ epciName: true })).min(1),
  }),
)

export const projectFile = z.array(axisView.strict())

/** The front matter of a *fiche chantier*; its Markdown is the description. */
export const chantierFront = chantierInput
  .omit({ description: true })
  .extend({ id, alsoServes: z.array(id).default([]) })

const isoDay = z.iso.date().transform((day) => new Date(`${day}T08:00:00Z`))

/** The front matter of a page or an article; folder and file name give its site and slug. */
export const articleFront = articleInput.omit({ site: true, slug: true, body: true }).extend({
  id,
  chantier: id.nullable().default(null),
  theme: z.string(),
  publishedAt: isoDay,
  order: z.int().default(0),
  summary: z.string().min(40).max(200, 'Un résumé a 200\u00a0caractères au plus.'),
})

/** A page told once for several sites: `{site}` and `{siteName}` in its text stand for each of them. */
export const sharedFront = z.looseObject({ sites: z.array(siteId).min(1) })
