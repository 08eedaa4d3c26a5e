/**
 * Whether an address is one of the allowed ones, by Keycloak's rule: a pattern that ends with `/*` allows what begins
 * like it, any other allows itself. The address is read as a browser would read it, so that `..`, `\`, a user name or
 * another port do not lead elsewhere.
 */
export function redirectAllowed(patterns: readonly string[], address: string): boolean {
  if (patterns.includes(address) && !address.includes('*')) return true
  const url = URL.parse(address)
  if (url?.username !== '' || url.password !== '' || url.hash !== '') return false
  if (/[\s\\]|%2e|%2f|%5c|\/\.\.?(\/|$)/i.test(address.split(/[?#]/)[0] ?? '')) return false
  return patterns.some((pattern) => {
    if (!pattern.endsWith('/*')) return false
    const allowed = URL.parse(pattern.slice(0, -1))
    return allowed !== null && allowed.origin === url.origin && url.pathname.startsWith(allowed.pathname)
  })
}
