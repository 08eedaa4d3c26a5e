import type { SectionView } from '@pmq/contracts/content'

export type SectionBranch = SectionView & { children: SectionBranch[] }

const collator = new Intl.Collator('fr')
const inOrder = (one: SectionView, other: SectionView) =>
  one.position - other.position || collator.compare(one.title, other.title)

/** The sections of one site as a tree, in the order of the menu. One whose parent is missing stands at the root, so that it is seen. */
export function treeOf(sections: readonly SectionView[]): SectionBranch[] {
  const known = new Set(sections.map(({ id }) => id))
  const under = Map.groupBy(sections, ({ parent }) => (parent !== null && known.has(parent) ? parent : null))
  const branches = (parent: string | null): SectionBranch[] =>
    (under.get(parent) ?? []).toSorted(inOrder).map((section) => ({ ...section, children: branches(section.id) }))
  return branches(null)
}

/** The same, one after the other, each with its level from 0. */
export function inTreeOrder(sections: readonly SectionView[]): (SectionView & { level: number })[] {
  const flat = (branches: readonly SectionBranch[], level: number): (SectionView & { level: number })[] =>
    branches.flatMap(({ children, ...section }) => [{ ...section, level }, ...flat(children, level + 1)])
  return flat(treeOf(sections), 0)
}

/** A section cannot stand inside itself: neither it nor what is below it may be its parent. */
export function withoutBranch(sections: readonly SectionView[], id: string): SectionView[] {
  const gone = new Set([id])
  for (const section of inTreeOrder(sections)) if (section.parent && gone.has(section.parent)) gone.add(section.id)
  return sections.filter((section) => !gone.has(section.id))
}
