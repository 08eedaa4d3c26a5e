import type { TreeNode } from '@pmq/contracts/content'
import { perKept } from '@pmq/platform/documents'
import type { Section } from './section.ts'

type Node = Pick<Section, 'id' | 'parent' | 'slug'>

const nodesById = perKept((sections: readonly Node[]) => new Map(sections.map((section) => [section.id, section])))
const byIdOf = <Item extends Node>(sections: readonly Item[]) => nodesById(sections) as ReadonlyMap<string, Item>

/** From the root down to the section itself. A parent that is missing ends the walk: the tree must be drawn whatever happens. */
export const lineageOf = <Item extends Node>(sections: readonly Item[], id: string): Item[] =>
  lineageIn(byIdOf(sections), id)

function lineageIn<Item extends Node>(byId: ReadonlyMap<string, Item>, id: string): Item[] {
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
export const pathOf = (sections: readonly Node[], id: string): string => pathFrom(lineageOf(sections, id))

const pathFrom = (lineage: readonly Node[]) => lineage.map(({ slug }) => `/${slug}`).join('')

/** The section and all below it. */
export function subtreeOf<Item extends Node>(sections: readonly Item[], id: string): Item[] {
  const byId = byIdOf(sections)
  return sections.filter((section) => lineageIn(byId, section.id).some((ancestor) => ancestor.id === id))
}

/** The section at an address. */
export const sectionAt = <Item extends Node>(sections: readonly Item[], path: string): Item | undefined =>
  nodesByPath(sections).get(path) as Item | undefined

const nodesByPath = perKept((sections: readonly Node[]) => {
  const byId = byIdOf(sections)
  return new Map(sections.map((section) => [pathFrom(lineageIn(byId, section.id)), section]))
})

const byPosition = (a: Section, b: Section) => a.position - b.position || a.title.localeCompare(b.title, 'fr')

/** The tree as the public sees it, in order. */
export const treeOf = perKept((sections: readonly Section[]): readonly TreeNode[] => branchesOf(sections, null))

function branchesOf(sections: readonly Section[], parent: string | null): TreeNode[] {
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
      children: branchesOf(sections, section.id),
    }))
}
