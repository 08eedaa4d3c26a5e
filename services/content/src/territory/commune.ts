import { type CommuneInput, communePublished, communeRevised, type EpciView } from '@pmq/contracts/content'
import { type Aggregate, type Change, change } from '@pmq/platform/documents'
import { refused } from '@pmq/platform/errors'

/** A commune of the Pays; `id` is its INSEE code. */
export type Commune = Aggregate &
  CommuneInput & { siren: string; department: string; lat: number; lon: number; updatedAt: Date }

/** One of the three *communautés de communes* of the Pays; `id` is its SIREN. */
export type Epci = Aggregate & Omit<EpciView, 'id' | 'version' | 'updatedAt'> & { updatedAt: Date }

type Membership = Commune['memberships'][number]

export const pathOf = (commune: Pick<Commune, 'slug'>) => `/communes/${commune.slug}`

/** The membership in force on a day; the first day counts, the last one does not. */
export const membershipOn = (memberships: readonly Membership[], day: Date): Membership | undefined => {
  const date = day.toISOString().slice(0, 10)
  return memberships.find(({ from, until }) => (from === null || from <= date) && (until === null || date < until))
}

const documentOf = (commune: Commune) => ({
  site: 'portal' as const,
  path: pathOf(commune),
  kind: 'commune' as const,
  title: commune.name,
  summary: commune.description,
  text: [...commune.postalCodes, commune.id, ...commune.memberships.map(({ epciName }) => epciName)].join('\n'),
  tags: [],
  section: null,
  publishedAt: null,
  archived: false,
})

/** The input has what staff edit; codes and position come with the seed. */
export const createCommune = (
  commune: Omit<Commune, 'version' | 'updatedAt'>,
  { now }: { now: Date },
): Change<Commune> =>
  change({ ...commune, version: 0, updatedAt: now }, {}, { type: communePublished, data: documentOf })

/** @throws Refusal when two memberships overlap: a commune belongs to one communauté at a time */
export function reviseCommune(commune: Commune, input: CommuneInput, { now }: { now: Date }): Change<Commune> {
  const dated = [...input.memberships].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
  for (const [index, membership] of dated.entries()) {
    const next = dated[index + 1]
    if (membership.from && membership.until && membership.until <= membership.from) {
      throw refused('commune.membership-ends-first', 'Une appartenance se termine avant d’avoir commencé.')
    }
    if (next && (membership.until === null || next.from === null || next.from < membership.until)) {
      throw refused(
        'commune.memberships-overlap',
        'Deux appartenances se chevauchent\u202f: une commune n’est que dans une communauté à la fois.',
      )
    }
  }
  return change(commune, { ...input, memberships: dated, updatedAt: now }, { type: communeRevised, data: documentOf })
}
