import type { Database, Filter, FindOptions } from '@pmq/platform/documents'
import type { Axis, Chantier } from './chantier.ts'

export type ChantierStore = ReturnType<typeof createChantierStore>

export function createChantierStore(database: Database) {
  const text = { type: String, default: '' }
  const required = { type: String, required: true }
  const chantiers = database.collection<Chantier>(
    'chantiers',
    {
      number: { type: Number, required: true },
      axis: required,
      orientation: required,
      title: required,
      slug: required,
      summary: text,
      ambition: text,
      objectives: { type: [String], default: [] },
      description: { type: {}, required: true },
      means: text,
      calendar: text,
      contacts: text,
      partners: text,
      followUp: text,
      indicators: { type: [{}], default: [] },
      updatedAt: { type: Date, required: true },
    },
    [{ fields: { slug: 1 }, unique: true }],
  )
  const axes = database.collection<Axis>('axes', {
    title: required,
    summary: text,
    orientations: { type: [{}], default: [] },
  })
  return {
    get: chantiers.get,
    insert: chantiers.insert,
    commit: chantiers.commit,
    find: (filter: Filter, options?: FindOptions) => chantiers.find(filter, options),
    count: chantiers.count,
    bySlug: (slug: string) => chantiers.findOne({ slug }),
    axis: axes.get,
    insertAxis: axes.insert,
    /** In the order of the project: équitable, viable, vivable. */
    axes: axes.kept({}),
  }
}
