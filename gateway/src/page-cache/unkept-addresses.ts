/** Addresses that people make up must not fill the memory. */
const most = 1_000

/**
 * Addresses whose good answer was not to be kept: making newcomers wait for one another's answer there is work for
 * nothing. Forgotten at each change, so that an answer that may be kept one day is found out.
 */
export function createUnkeptAddresses() {
  const addresses = new Set<string>()
  const keyOf = (site: string, target: string) => `${site} ${target}`
  return {
    has: (site: string, target: string) => addresses.size > 0 && addresses.has(keyOf(site, target)),
    add(site: string, target: string) {
      if (addresses.size < most) addresses.add(keyOf(site, target))
    },
    clear: () => addresses.clear(),
  }
}
