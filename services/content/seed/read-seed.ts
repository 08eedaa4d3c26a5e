import type { AxisView, ChantierInput, CommuneInput, EpciView, SiteView } from '@pmq/contracts/content'
import { fromMarkdown } from '@pmq/rich-text'
import { checkSeed } from './check-seed.ts'
import { type ContentSeed, readContents } from './read-contents.ts'
import { readSections, type SectionSeed } from './read-sections.ts'
import { createSeedFiles, type SeedFiles } from './seed-files.ts'
import { chantierFront, communesFile, epcisFile, projectFile, siteFile, tagsFile, themesFile } from './seed-schemas.ts'

export type SiteSeed = SiteView & { hostKey: string }
export type EpciSeed = Omit<EpciView, 'id' | 'version' | 'updatedAt'> & { siren: string }
export type CommuneSeed = CommuneInput & { insee: string; siren: string; department: string; lat: number; lon: number }
/** `alsoServes`: orientations that the *fiche* names besides its own. */
export type ChantierSeed = ChantierInput & { id: string; alsoServes: string[] }

/** The first contents of the platform: facts of the PETR’s call for tenders of 2018 and of its territorial project 2015-2020. */
export type Seed = {
  sites: SiteSeed[]
  /** Key and French name of what a content is about. */
  themes: Record<string, string>
  tags: string[]
  /** Parents before children. */
  sections: SectionSeed[]
  epcis: EpciSeed[]
  communes: CommuneSeed[]
  axes: AxisView[]
  chantiers: ChantierSeed[]
  contents: ContentSeed[]
}

/**
 * Reads the seed’s data files. Pure but for the reading: it writes nothing and asks no clock.
 * @param dir the folder of the data files, ending with a slash: `new URL('./', import.meta.url)`
 * @throws {SeedRefused} with every problem of every file
 */
export function readSeed(dir: URL): Seed {
  const files = createSeedFiles(dir)
  const sites = files.yaml('sites.yaml', siteFile) ?? []
  const sections = readSections(files)
  const epcis = files.yaml('epcis.yaml', epcisFile) ?? { members: [], neighbours: [] }
  const seed: Seed = {
    sites,
    themes: files.yaml('themes.yaml', themesFile) ?? {},
    tags: files.yaml('tags.yaml', tagsFile) ?? [],
    sections,
    epcis: epcis.members,
    communes: readCommunes(files, [...epcis.members, ...epcis.neighbours]),
    axes: files.yaml('project.yaml', projectFile) ?? [],
    chantiers: files.markdownIn('chantiers').flatMap((name) => readChantier(files, `chantiers/${name}`)),
    contents: readContents(files, { sites, sections }),
  }
  checkSeed(seed, files.problem)
  files.finish()
  return seed
}

function readCommunes(files: SeedFiles, bodies: readonly { siren: string; name: string }[]): CommuneSeed[] {
  const named = (siren: string) => bodies.find((body) => body.siren === siren)?.name
  return (files.yaml('communes.yaml', communesFile) ?? []).map(({ populationYear, ...commune }) => ({
    ...commune,
    ...(populationYear === undefined ? {} : { populationYear }),
    memberships: commune.memberships.map((membership) => {
      const epciName = named(membership.epci)
      if (epciName === undefined) files.problem('communes.yaml', `${commune.name}: unknown EPCI ${membership.epci}`)
      return { ...membership, epciName: epciName ?? '' }
    }),
  }))
}

function readChantier(files: SeedFiles, file: string): ChantierSeed[] {
  const read = files.frontMatter(file, files.text(file) ?? '', chantierFront)
  const description = read && files.attempt(file, () => fromMarkdown(read.markdown))
  return read && description ? [{ ...read.front, description }] : []
}
