/** The sites, and where browsers of this machine find each. */
export const siteHosts = {
  portal: 'localhost',
  heritage: 'patrimoine.localhost',
  scic: 'scic.localhost',
  produits: 'produits.localhost',
} as const
export type Site = keyof typeof siteHosts
export const sites = Object.keys(siteHosts) as Site[]

/** Address of each site behind a port, without a slash at the end. */
export const siteUrls = (port: number): Record<Site, string> =>
  Object.fromEntries(sites.map((site) => [site, `http://${siteHosts[site]}:${port}`])) as Record<Site, string>
