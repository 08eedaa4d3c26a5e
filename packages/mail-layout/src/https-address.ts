/** A mail would lead its reader somewhere else than it says, or nowhere. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
}

const onThisMachine = /^(?:localhost|127\.0\.0\.1|[\w-]+\.localhost)$/

/**
 * An address as a mail may have it: absolute, https, without a name and password that could be read as a host. Plain http
 * is for the embedded mode only, whose sites are on this machine.
 * @throws AddressRefused
 */
export function httpsAddress(address: string): string {
  const url = URL.parse(address)
  const isSafe = url && (url.protocol === 'https:' || (url.protocol === 'http:' && onThisMachine.test(url.hostname)))
  if (!isSafe || url.username || url.password) throw new AddressRefused(`Address refused in a mail: ${address}`)
  return url.href
}
