/** The sites, and where browsers of this machine find each. */
export const siteHosts = {
  portal: 'localhost',
  heritage: 'patrimoine.localhost',
  scic: 'scic.localhost',
  produits: 'produits.localhost',
} as const
export type Site = keyof typeof siteHosts
export const sites = Object.keys(siteHosts) as Site[]
