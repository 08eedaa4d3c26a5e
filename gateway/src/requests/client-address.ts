import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/**
 * Where a request comes from. Each of our own proxies appends the address it saw to X-Forwarded-For, so the client
 * is the n-th from the right; everything before it was written by the client and means nothing.
 * @param trustedHops how many proxies of ours stand before the gateway
 */
export function clientAddress(req: IncomingMessage, trustedHops: number): string {
  const peer = req.socket.remoteAddress ?? ''
  if (trustedHops === 0) return plain(peer)
  const forwarded = req.headers['x-forwarded-for']
  const seen = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? ''))
    .split(',')
    .map((part) => part.trim())
  const address = seen.at(-trustedHops) ?? seen[0] ?? ''
  return isIP(address) ? plain(address) : plain(peer)
}

/** An IPv4 address seen through an IPv6 socket is an IPv4 address. */
const plain = (address: string): string => (address.startsWith('::ffff:') ? address.slice(7) : address)

/** Whom to count an address for: a household or an office has a whole IPv6 /64, and may take any address in it. */
export function clientGroup(address: string): string {
  if (!address.includes(':')) return address
  const [left = '', right] = address.split('%', 1)[0]?.split('::') ?? []
  const head = left === '' ? [] : left.split(':')
  const tail = right === undefined || right === '' ? [] : right.split(':')
  const zeros = right === undefined ? 0 : Math.max(0, 8 - head.length - tail.length)
  const groups = [...head, ...Array<string>(zeros).fill('0'), ...tail]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
