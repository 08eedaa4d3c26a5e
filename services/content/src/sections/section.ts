import { type SectionInput, type SiteId, sectionCreated, sectionDeleted, sectionRevised } from '@pmq/contracts/content'
import { type Aggregate, type Change, change } from '@pmq/platform/documents'
import { refused } from '@pmq/platform/errors'
import { pathOf, subtreeOf } from './section-tree.ts'

/** A section (*rubrique*) of a site: its place in the tree gives it its address. */
export type Section = Aggregate & {
  site: SiteId
  parent: string | null
  slug: string
  title: string
  menuTitle: string | null
  summary: string
  position: number
  shows: SectionInput['shows']
  inMenu: boolean
  inFooter: boolean
  /** Addresses it had before, so that old links still lead here. */
  formerPaths: string[]
  updatedAt: Date
}

const deepest = 4
/** First parts of addresses that belong to the program. */
const reserved = new Set([
  'admin',
  'api',
  'auth',
  'partenaires',
  'chantiers',
  'communes',
  'recherche',
  'plan-du-site',
  'health',
  'dev',
  'charte',
  'assets',
  '404',
  '500',
  '503',
  '_astro',
])

const documentOf = (section: Section, path: string) => ({
  site: section.site,
  path,
  kind: 'section' as const,
  title: section.title,
  summary: section.summary,
  text: '',
  tags: [],
  section: null,
  publishedAt: null,
  archived: false,
})

const fieldsOf = ({ menuTitle, ...input }: SectionInput) => ({ ...input, menuTitle: menuTitle ?? null })

/** @param others all sections of the site */
export function createSection(
  input: SectionInput,
  context: { id: string; others: readonly Section[]; now: Date },
): Change<Section> {
  const section: Section = { id: context.id, version: 0, ...fieldsOf(input), formerPaths: [], updatedAt: context.now }
  const tree = [...context.others, section]
  checkPlace(section, tree)
  return change(section, {}, { type: sectionCreated, data: () => documentOf(section, pathOf(tree, section.id)) })
}

/** Renames, moves, reorders. The old address keeps leading here. @param others all sections of the site, this one included */
export function reviseSection(
  section: Section,
  input: SectionInput,
  context: { others: readonly Section[]; now: Date },
): Change<Section> {
  if (input.site !== section.site) throw refused('section.other-site', 'Une rubrique ne change pas de site.')
  if (input.parent && subtreeOf(context.others, section.id).some(({ id }) => id === input.parent)) {
    throw refused(
      'section.cycle',
      'Une rubrique ne peut pas être rangée dans elle-même ni dans une de ses sous-rubriques.',
    )
  }
  const revised: Section = { ...section, ...fieldsOf(input), updatedAt: context.now }
  const tree = context.others.map((other) => (other.id === section.id ? revised : other))
  checkPlace(revised, tree)
  return relocated(section, revised, { before: pathOf(context.others, section.id), after: pathOf(tree, section.id) })
}

/** Its parent moved: announces the new address, keeps the old one. */
export const followParent = (section: Section, paths: { before: string; after: string }): Change<Section> =>
  relocated(section, section, paths)

function relocated(
  section: Section,
  revised: Section,
  { before, after }: { before: string; after: string },
): Change<Section> {
  const formerPaths =
    before === after
      ? section.formerPaths
      : [...new Set([...section.formerPaths, before])].filter((path) => path !== after)
  return change(
    section,
    { ...revised, formerPaths },
    { type: sectionRevised, data: () => ({ ...documentOf(revised, after), formerPath: before }) },
  )
}

/** Only an empty section goes: pages never lose their place by accident. */
export function deleteSection(
  section: Section,
  context: { others: readonly Section[]; contents: number },
): Change<Section> {
  if (context.others.some(({ parent }) => parent === section.id)) {
    throw refused('section.not-empty', 'Cette rubrique contient des sous-rubriques. Déplacez-les d’abord.')
  }
  if (context.contents > 0) {
    throw refused(
      'section.not-empty',
      `Cette rubrique contient encore ${context.contents}\u00a0pages ou articles. Déplacez-les d’abord.`,
    )
  }
  return change(
    section,
    {},
    { type: sectionDeleted, data: () => ({ site: section.site, path: pathOf(context.others, section.id) }) },
  )
}

function checkPlace(section: Section, tree: readonly Section[]): void {
  if (section.parent && !tree.some(({ id }) => id === section.parent))
    throw refused('section.unknown-parent', 'La rubrique parente n’existe plus.')
  if (!section.parent && reserved.has(section.slug))
    throw refused('slug.reserved', 'Cette adresse est réservée au fonctionnement du site. Choisissez-en une autre.')
  if (tree.some((other) => other.id !== section.id && other.parent === section.parent && other.slug === section.slug)) {
    throw refused('slug.taken', 'Une autre rubrique porte déjà cette adresse au même endroit.')
  }
  if (pathOf(tree, section.id).split('/').length - 1 > deepest)
    throw refused('section.too-deep', `Les rubriques ont ${deepest}\u00a0niveaux au plus.`)
}
