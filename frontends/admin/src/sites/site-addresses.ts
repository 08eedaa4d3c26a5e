type Addresses = Record<string, string>

/**
 * Where each site is read, as the gateway says it in the page (`{"portal":"https://www.exemple.fr",…}`). Without it, only the
 * portal is known: the office is served on its host.
 */
export function readSiteAddresses(content: string | null | undefined): Addresses {
  try {
    const told: unknown = JSON.parse(content ?? '')
    if (typeof told !== 'object' || told === null) return { portal: '' }
    return Object.fromEntries(
      Object.entries(told).filter(([, address]) => typeof address === 'string' && /^https?:\/\//.test(address)),
    )
  } catch {
    return { portal: '' }
  }
}

/** The public address of a path of a site, or nothing when the site's host is not known here. */
export function publicAddress(addresses: Addresses, site: string, path: string): string | undefined {
  const base = addresses[site]
  return base === undefined ? undefined : `${base.replace(/\/$/, '')}${path}`
}
