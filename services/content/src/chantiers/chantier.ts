import { type AxisView, type ChantierInput, chantierPublished, chantierRevised } from '@pmq/contracts/content'
import { type Aggregate, type Change, change } from '@pmq/platform/documents'
import { refused } from '@pmq/platform/errors'
import { toText } from '@pmq/rich-text'

/** A *fiche chantier* of the territorial project (ED-12). */
export type Chantier = Aggregate & ChantierInput & { updatedAt: Date }

/** One of the three axes, with its orientations. */
export type Axis = Aggregate & Omit<AxisView, 'id'>

export const pathOf = (chantier: Pick<Chantier, 'slug'>) => `/chantiers/${chantier.slug}`

const documentOf = (chantier: Chantier) => ({
  site: 'portal' as const,
  path: pathOf(chantier),
  kind: 'chantier' as const,
  title: chantier.title,
  summary: chantier.summary,
  text: [
    chantier.ambition,
    ...chantier.objectives,
    toText(chantier.description),
    chantier.means,
    chantier.partners,
    chantier.followUp,
  ].join('\n'),
  tags: [],
  section: null,
  publishedAt: null,
  archived: false,
})

/** A fiche is public as soon as it exists. */
export const createChantier = (input: ChantierInput, { id, now }: { id: string; now: Date }): Change<Chantier> =>
  change({ id, version: 0, ...input, updatedAt: now }, {}, { type: chantierPublished, data: documentOf })

/** @param axes to check that the orientation is one of the axis */
export function reviseChantier(
  chantier: Chantier,
  input: ChantierInput,
  { axes, now }: { axes: readonly Axis[]; now: Date },
): Change<Chantier> {
  const axis = axes.find(({ id }) => id === input.axis)
  if (!axis?.orientations.some(({ id }) => id === input.orientation)) {
    throw refused('chantier.orientation-of-other-axis', 'Cette orientation n’appartient pas à l’axe choisi.')
  }
  return change(chantier, { ...input, updatedAt: now }, { type: chantierRevised, data: documentOf })
}
