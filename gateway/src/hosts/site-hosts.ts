import { type SiteId, siteIds } from '@pmq/contracts/content'

export type SiteHosts = Record<SiteId, readonly string[]>

/** Finds the site that a Host header names: in any case, with or without a port or the root's dot. Unknown hosts have none. */
export type FindSite = (hostHeader: string | undefined) => SiteId | undefined

/** `http://[::1]:8080` has its colons inside the brackets. */
const hostPattern = /^(\[[0-9a-f:.]+\]|[^:[\]]+?)\.?(?::\d{1,5})?$/

/** How many spellings are remembered: clients choose the port they write, so there must be an end to it. */
const remembered = 500

export function createFindSite(hosts: SiteHosts): FindSite {
  const siteOf = new Map<string, SiteId>()
  for (const site of siteIds) for (const host of hosts[site]) siteOf.set(host.toLowerCase(), site)
  const spellings = new Map<string, SiteId>()

  return (header) => {
    if (header === undefined) return undefined
    const known = spellings.get(header)
    if (known) return known
    const name = hostPattern.exec(header.toLowerCase())?.[1]
    const site = name === undefined ? undefined : siteOf.get(name)
    if (site !== undefined && spellings.size < remembered) spellings.set(header, site)
    return site
  }
}
