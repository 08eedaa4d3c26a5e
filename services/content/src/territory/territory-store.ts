import type { Database } from '@pmq/platform/documents'
import type { Commune, Epci } from './commune.ts'

export type TerritoryStore = ReturnType<typeof createTerritoryStore>

/** Forty-nine communes and three communautés: always read together. */
export function createTerritoryStore(database: Database) {
  const required = { type: String, required: true }
  const number = { type: Number, required: true }
  const communes = database.collection<Commune>(
    'communes',
    {
      name: required,
      slug: required,
      postalCodes: { type: [String], required: true },
      population: number,
      populationYear: { type: Number },
      description: { type: String, default: '' },
      memberships: { type: [{}], required: true },
      siren: required,
      department: required,
      lat: number,
      lon: number,
      updatedAt: { type: Date, required: true },
    },
    [{ fields: { slug: 1 }, unique: true }],
  )
  const epcis = database.collection<Epci>('epcis', {
    name: required,
    shortName: required,
    slug: required,
    seat: { type: String, default: '' },
    description: { type: String, default: '' },
    updatedAt: { type: Date, required: true },
  })
  return {
    get: communes.get,
    insert: communes.insert,
    commit: communes.commit,
    communes: communes.kept({}),
    bySlug: (slug: string) => communes.findOne({ slug }),
    epcis: epcis.kept({}),
    epci: epcis.get,
    insertEpci: epcis.insert,
  }
}
