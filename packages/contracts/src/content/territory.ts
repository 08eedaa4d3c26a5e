import { z } from 'zod'
import { line, moment, slug, text } from '../shared/index.ts'

/** Nine digits given by INSEE to a public body. */
export const siren = z.string().regex(/^\d{9}$/, 'Un numéro SIREN a neuf chiffres.')
export const inseeCode = z.string().regex(/^\d[\dAB]\d{3}$/, 'Un code INSEE a cinq caractères.')

/** To which *communauté* a commune belonged, and when; `null` means "before what we know" or "until today". */
export const membership = z.strictObject({
  epci: siren,
  epciName: line(120),
  from: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
})

export const epciView = z
  .object({
    id: siren,
    version: z.int(),
    name: line(120),
    shortName: line(80),
    slug,
    seat: text(80),
    description: text(600),
    updatedAt: moment,
  })
  .meta({ id: 'EpciView' })
export type EpciView = z.infer<typeof epciView>

/** What staff edit of a commune: names, codes and memberships are public facts, kept as data. */
export const communeInput = z
  .strictObject({
    name: line(80),
    slug,
    postalCodes: z
      .array(z.string().regex(/^\d{5}$/, 'Un code postal a cinq chiffres.'))
      .min(1)
      .max(9),
    population: z.int().min(0).max(1_000_000),
    populationYear: z.int().min(1990).max(2100).optional(),
    description: text(1200),
    memberships: z.array(membership).min(1).max(20),
  })
  .meta({ id: 'CommuneInput' })
export type CommuneInput = z.infer<typeof communeInput>

export const communeView = communeInput
  .extend({
    /** INSEE code. */
    id: inseeCode,
    version: z.int(),
    siren,
    department: z.string(),
    lat: z.number(),
    lon: z.number(),
    path: z.string(),
    /** The communauté de communes of today, among the three of the Pays; `null` when the commune has left them. */
    epci: z.object({ id: siren, name: z.string(), slug }).nullable(),
    updatedAt: moment,
  })
  .meta({ id: 'CommuneView' })
export type CommuneView = z.infer<typeof communeView>

export const communePage = communeView
  .extend({
    neighbours: z.array(z.object({ name: z.string(), path: z.string(), km: z.number() })),
  })
  .meta({ id: 'CommunePage' })
export type CommunePage = z.infer<typeof communePage>
