const longest = 2_000
/** What a browser may read as another site (`//x`, `/\x`), or drop before it reads (tabs, line ends). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const elsewhere = /^\/[/\\]|[\\\u0000-\u001f\u007f]/

/**
 * Where somebody may be sent after signing in: a page of this very site, or its home.
 * @param wanted what the address bar said, so whatever anybody wrote into a link
 */
export function returnAddress(wanted: unknown, publicUrl: URL): string {
  if (typeof wanted !== 'string' || wanted.length > longest || !wanted.startsWith('/') || elsewhere.test(wanted))
    return '/'
  if (!URL.canParse(wanted, publicUrl)) return '/'
  const { origin, pathname, search, hash } = new URL(wanted, publicUrl)
  // A path may become ambiguous only when its dots are resolved: /.//elsewhere
  if (origin !== publicUrl.origin || elsewhere.test(pathname) || pathname.startsWith('/auth/')) return '/'
  return pathname + search + hash
}
