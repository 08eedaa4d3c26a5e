import type { TreeNode } from '@pmq/contracts/content'
import type { Section } from './section.ts'

type Node = Pick<Section, 'id' | 'parent' | 'slug'>

/** From the root down to the section itself. A parent that is missing ends the walk: the tree must be drawn whatever happens. */
export function lineageOf<Item extends Node>(sections: readonly Item[], id: string): Item[] {
  const byId = new Map(sections.map((section) => [section.id, section]))
  const lineage: Item[] = []
  for (
    let current = byId.get(id);
    current && !lineage.includes(current);
    current = current.parent === null ? undefined : byId.get(current.parent)
  ) {
    lineage.unshift(current)
  }
  return lineage
}

/** `/produire/chez-soi` */
export const pathOf = (sections: readonly Node[], id: string): string =>
  lineageOf(sections, id)
    .map(({ slug }) => `/${slug}`)
    .join('')

/** The section and all below it. */
export function subtreeOf<Item extends Node>(sections: readonly Item[], id: string): Item[] {
  return sections.filter((section) => lineageOf(sections, section.id).some((ancestor) => ancestor.id === id))
}

/** The section at an address. */
export const sectionAt = <Item extends Node>(sections: readonly Item[], path: string): Item | undefined =>
  sections.find(({ id }) => pathOf(sections, id) === path)

const byPosition = (a: Section, b: Section) => a.position - b.position || a.title.localeCompare(b.title, 'fr')

/** The tree as the public sees it, in order. */
export function treeOf(sections: readonly Section[], parent: string | null = null): TreeNode[] {
  return sections
    .filter((section) => section.parent === parent)
    .sort(byPosition)
    .map((section) => ({
      id: section.id,
      title: section.title,
      ...(section.menuTitle ? { menuTitle: section.menuTitle } : {}),
      path: pathOf(sections, section.id),
      summary: section.summary,
      inMenu: section.inMenu,
      inFooter: section.inFooter,
      children: treeOf(sections, section.id),
    }))
}
