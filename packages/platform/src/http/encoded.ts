import { createHash } from 'node:crypto'

export type Encoded = {
  bytes: Buffer
  /** Of an aggregate its version, which an editor sends back; of what is kept in memory its content. */
  etag?: string
  /** Whether the ETag stands for every byte, so that whoever has it has the answer. */
  isWhole?: true
}

const kept = new WeakMap<object, Encoded>()

export const bytesOf = (body: unknown): Buffer => Buffer.from(JSON.stringify(body))

/** An answer as JSON. What is frozen (`perKept`) cannot have changed since it was sent before: it is written once. */
export function encoded(body: unknown): Encoded {
  if (typeof body !== 'object' || body === null) return { bytes: bytesOf(body) }
  if ('version' in body && typeof body.version === 'number') return { bytes: bytesOf(body), etag: `"${body.version}"` }
  if (!Object.isFrozen(body)) return { bytes: bytesOf(body) }
  const known = kept.get(body)
  if (known) return known
  const bytes = bytesOf(body)
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  const made: Encoded = { bytes, etag, isWhole: true }
  kept.set(body, made)
  return made
}
