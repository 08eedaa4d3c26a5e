import type { TreeNode } from '@pmq/contracts/content'
import type { Address } from '../api/content.ts'

export type MapNode = { title: string; path: string; children: MapNode[] }

/** The sections of a site as in its tree, each with its sub-sections, then with its own pages and articles. */
export function siteMap(tree: readonly TreeNode[], addresses: readonly Address[]): MapNode[] {
  const contents = Map.groupBy(
    addresses.filter(({ kind }) => kind === 'page' || kind === 'article'),
    ({ path }) => path.slice(0, path.lastIndexOf('/')),
  )
  const node = ({ title, path, children }: TreeNode): MapNode => ({
    title,
    path,
    children: [
      ...children.map(node),
      ...(contents.get(path) ?? []).map((content) => ({ title: content.title, path: content.path, children: [] })),
    ],
  })
  return tree.map(node)
}
