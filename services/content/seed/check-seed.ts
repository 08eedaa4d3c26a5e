import type { Seed } from './read-seed.ts'

/** What no single file can tell: that names are unique and that what one file names exists in another. */
export function checkSeed(seed: Seed, problem: (file: string, message: string) => void): void {
  const unique = (file: string, what: string, values: readonly string[]) => {
    for (const twin of new Set(values.filter((value, index) => values.indexOf(value) !== index)))
      problem(file, `${what} used twice: ${twin}`)
  }
  const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)

  unique('sites.yaml', 'id', ids(seed.sites))
  unique('tags.yaml', 'tag', seed.tags)
  unique('sections.yaml', 'id', ids(seed.sections))
  unique(
    'communes.yaml',
    'INSEE code',
    seed.communes.map(({ insee }) => insee),
  )
  unique(
    'communes.yaml',
    'slug',
    seed.communes.map(({ slug }) => slug),
  )
  unique('chantiers', 'id', ids(seed.chantiers))
  unique(
    'chantiers',
    'number',
    seed.chantiers.map(({ number }) => String(number)),
  )
  unique(
    'chantiers',
    'slug',
    seed.chantiers.map(({ slug }) => slug),
  )
  unique('articles', 'id', ids(seed.contents))
  const addresses = [...seed.sections, ...seed.contents].map(({ site, path }) => `${site} ${path}`)
  unique('articles', 'address', addresses)

  for (const { id, axis, orientation, alsoServes } of seed.chantiers) {
    const own = seed.axes.find((candidate) => candidate.id === axis)?.orientations ?? []
    if (!ids(own).includes(orientation)) problem(`chantiers/${id}`, `${orientation} is not an orientation of ${axis}`)
    const all = ids(seed.axes.flatMap(({ orientations }) => orientations))
    for (const other of alsoServes.filter((other) => !all.includes(other)))
      problem(`chantiers/${id}`, `unknown ${other}`)
  }
  for (const { id, tags, theme, chantier } of seed.contents) {
    for (const tag of tags.filter((tag) => !seed.tags.includes(tag)))
      problem(`articles: ${id}`, `tag not in tags.yaml: ${tag}`)
    if (!(theme in seed.themes)) problem(`articles: ${id}`, `theme not in themes.yaml: ${theme}`)
    if (chantier !== null && !ids(seed.chantiers).includes(chantier))
      problem(`articles: ${id}`, `unknown chantier: ${chantier}`)
  }
}
