import { InvalidObjectKey } from './object-errors.ts'

const longestKey = 512
const longestSegment = 200

/**
 * Refuses a key that some store would not keep as it is: stores on a file system cannot hold `a//b`, `..` or very long
 * names, some listings trim or re-encode unusual characters and read `012` as a number. People's file names go into the
 * download name, never into the key.
 * @throws InvalidObjectKey
 */
export function checkObjectKey(key: string): void {
  const segments = key.split('/')
  const safe = segments.every(
    (segment) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(segment) && segment.length <= longestSegment,
  )
  if (!safe || key.length > longestKey || !Number.isNaN(Number(key))) {
    throw new InvalidObjectKey(
      `The key ${JSON.stringify(key.slice(0, 80))} is not made of letters, digits, "-", "_", "." in segments.`,
    )
  }
}
