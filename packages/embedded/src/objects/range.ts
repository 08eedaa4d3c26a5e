import { notImplemented, S3Error } from './s3-error.ts'

/** First and last byte, both included. */
export type ByteRange = { first: number; last: number }

/**
 * The bytes that a header `Range` asks for of an object of `size` bytes.
 * @returns undefined when the whole object is to be sent (no range, or one that RFC 9110 says to ignore)
 * @throws S3Error `InvalidRange` when no byte of the object is in the range, `NotImplemented` for several ranges
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | undefined {
  const asked = /^bytes=(.+)$/.exec(header ?? '')?.[1]
  if (asked === undefined) return undefined
  if (asked.includes(',')) throw notImplemented('several ranges in one request')
  const [, from, to] = /^(\d{0,15})-(\d{0,15})$/.exec(asked.trim()) ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined
  if (from !== '' && to !== '' && Number(from) > Number(to)) return undefined
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (first > last)
    throw new S3Error('InvalidRange', 'The range is outside the object.', { ActualObjectSize: `${size}` })
  return { first, last }
}
