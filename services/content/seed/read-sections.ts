import type { SectionInput } from '@pmq/contracts/content'
import type { SeedFiles } from './seed-files.ts'
import { sectionsFile } from './seed-schemas.ts'

/** A section of a site’s tree. `path` is made of the slugs from the top; `kind` tells what it shows besides its own pages. */
export type SectionSeed = SectionInput & {
  id: string
  path: string
  kind?: 'chantiers' | 'communes' | 'news' | 'legal'
}

/** Reads `sections.yaml`, parents before their children. */
export function readSections(files: SeedFiles): SectionSeed[] {
  const sections: SectionSeed[] = []
  for (const [site, ofSite] of Object.entries(files.yaml('sections.yaml', sectionsFile) ?? {})) {
    for (const { kind, menuTitle, ...section } of ofSite) {
      const parent = sections.find(({ id }) => id === section.parent)
      if (section.parent !== null && parent?.site !== site)
        files.problem(
          'sections.yaml',
          `${section.id}: its parent ${section.parent} has to stand before it, on the same site`,
        )
      sections.push({
        ...section,
        site: site as SectionSeed['site'],
        path: `${parent?.path ?? ''}/${section.slug}`,
        ...(menuTitle === undefined ? {} : { menuTitle }),
        ...(kind === undefined ? {} : { kind }),
      })
    }
  }
  return sections
}
