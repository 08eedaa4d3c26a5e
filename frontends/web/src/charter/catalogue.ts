import type { AstroComponentFactory } from 'astro/runtime/server/index.js'

export const groups = ['Fondations', 'Structure', 'Contenu', 'Formulaires', 'États'] as const

/** What each `examples.astro` of `@pmq/ui` tells of its component. */
type Examples = {
  default: AstroComponentFactory
  title: string
  group: (typeof groups)[number]
  advice: { do: readonly string[]; dont: readonly string[] }
}

const modules = import.meta.glob<Examples>('../../../ui/components/*/examples.astro', { eager: true })
const sources = import.meta.glob<string>('../../../ui/components/*/examples.astro', {
  eager: true,
  query: '?raw',
  import: 'default',
})

const nameOf = (file: string) => file.split('/').at(-2) ?? ''

/** Every component that has examples, in the order of its French title. */
export const catalogue = Object.entries(modules)
  .map(([file, { default: Example, ...about }]) => ({
    ...about,
    name: nameOf(file),
    Example,
    source: sources[file] ?? '',
  }))
  .sort((a, b) => a.title.localeCompare(b.title, 'fr'))
