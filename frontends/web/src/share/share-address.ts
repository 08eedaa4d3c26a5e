const start = '/partage'

/** The address of the picture that goes with a page when it is shared: the page's own, in another folder. */
export const shareAddress = (path: string): string => `${start}${path === '/' ? '/accueil' : path}.png`

/** The page whose picture is asked for; nothing when the address is not that of a picture. */
export function pageOfShareAddress(address: string): string | undefined {
  if (!address.startsWith(`${start}/`) || !address.endsWith('.png')) return undefined
  const path = address.slice(start.length, -'.png'.length)
  if (path.endsWith('/')) return undefined
  return path === '/accueil' ? '/' : path
}
