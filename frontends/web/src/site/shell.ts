import type { SiteId, SiteView, TreeNode } from '@pmq/contracts/content'
import type { Content } from '../api/content.ts'

/** What surrounds every page: its site, its sister sites, and the tree that draws the menu and the footer. */
export type Shell = { site: Pick<SiteView, 'id' | 'name' | 'tagline'>; sites: SiteView[]; tree: TreeNode[] }

/** The names that an error page shows when nothing can be read. */
export const siteNames: Record<SiteId, string> = {
  portal: 'Pays Midi-Quercy',
  heritage: 'Patrimoine en Midi-Quercy',
  scic: 'Midi-Quercy énergies citoyennes',
  produits: 'Produits en Midi-Quercy',
}

/** For the narrow screen of a phone. */
export const shortNames: Record<SiteId, string> = {
  portal: 'Le Pays',
  heritage: 'Patrimoine',
  scic: 'Énergies',
  produits: 'Produits',
}

/** The shell of a page that cannot read anything. */
export const bareShell = (site: SiteId): Shell => ({
  site: { id: site, name: siteNames[site], tagline: '' },
  sites: [],
  tree: [],
})

export async function readShell(content: Content, site: SiteId): Promise<Shell> {
  const [sites, tree] = await Promise.all([content.sites(), content.tree(site)])
  return { site: sites.find(({ id }) => id === site) ?? bareShell(site).site, sites, tree }
}
