import { S3Error } from './s3-error.ts'

const longestKey = 1024 // bytes, as on S3

/** Refuses a bucket name outside S3's rules (which are also those of a host name). */
export function checkBucketName(name: string): void {
  const wellFormed = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) && !name.includes('..')
  if (!wellFormed || /^\d+\.\d+\.\d+\.\d+$/.test(name)) {
    throw new S3Error('InvalidBucketName', 'A bucket name has 3 to 63 lower-case letters, digits, dots and hyphens.')
  }
}

/**
 * Refuses a key that could not be listed again. Everything else is allowed, `..` and `/` included:
 * a key is a row of the index and never becomes a path.
 */
export function checkKey(key: string): void {
  if (Buffer.byteLength(key) > longestKey) {
    throw new S3Error('KeyTooLongError', `A key has at most ${longestKey} bytes.`)
  }
  // XML cannot carry control characters, and the listing uses the last noncharacter as an upper bound.
  if (/\p{Cc}|\p{Noncharacter_Code_Point}/u.test(key)) {
    throw new S3Error('InvalidArgument', 'A key has no control characters.')
  }
}
