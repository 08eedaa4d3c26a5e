import type { IncomingMessage } from 'node:http'

/**
 * Ways to write an address that two programs may read differently: empty, `.` and `..` segments, slashes, backslashes,
 * dots or NUL written as `%..`, percent signs that encode nothing. Browsers never send them.
 */
const ambiguous =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  /\/\/|\\|[\u0000-\u0020\u007f]|%(?:2f|5c|0[0-9a-f]|1[0-9a-f]|7f)|%(?![0-9a-f]{2})|\/(?:\.|%2e){1,2}(?:\/|$)/i
const longestTarget = 8_192

/** Whether the address of a request means one thing only. `*` and `http://…` are for proxies, and we are none. */
export function isPlainTarget(target: string): boolean {
  if (!target.startsWith('/') || target.length > longestTarget) return false
  const query = target.indexOf('?')
  const path = query < 0 ? target : target.slice(0, query)
  if (ambiguous.test(path) || target.includes('#')) return false
  return !path.includes('%') || decodes(path)
}

function decodes(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** Node takes the first of several Host headers, another program may take the last: neither can be meant. */
export function hasOneHost({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1
  }
  return hosts === 1
}
