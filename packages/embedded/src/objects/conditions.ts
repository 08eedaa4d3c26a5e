import { S3Error } from './s3-error.ts'

/** What a caller knows of the object, as in the headers `If-…` of RFC 9110. */
export type Conditions = {
  match?: string | undefined
  noneMatch?: string | undefined
  modifiedSince?: string | undefined
  unmodifiedSince?: string | undefined
}

/** ETag without quotes, and the time of the last change in milliseconds. */
type ObjectState = { etag: string; modified: number }

const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000)
const failed = (header: string) =>
  new S3Error('PreconditionFailed', 'The object is not as expected.', { Condition: header })

const names = (list: string, etag: string) =>
  list.split(',').some((item) => item.trim() === '*' || item.trim().replace(/^W\//, '').replaceAll('"', '') === etag)

/**
 * Whether a read should send the object.
 * @returns 'unchanged' when the caller has it already (304)
 * @throws S3Error `PreconditionFailed`
 */
export function checkRead(conditions: Conditions, { etag, modified }: ObjectState): 'send' | 'unchanged' {
  const { match, noneMatch, modifiedSince, unmodifiedSince } = conditions
  if (match !== undefined) {
    if (!names(match, etag)) throw failed('If-Match')
  } else if (unmodifiedSince !== undefined && seconds(modified) > seconds(Date.parse(unmodifiedSince))) {
    throw failed('If-Unmodified-Since')
  }
  if (noneMatch !== undefined) return names(noneMatch, etag) ? 'unchanged' : 'send'
  if (modifiedSince !== undefined && seconds(modified) <= seconds(Date.parse(modifiedSince))) return 'unchanged'
  return 'send'
}

/**
 * Whether a write may replace what is there (`undefined` when nothing is).
 * @throws S3Error `PreconditionFailed`, or `NoSuchKey` when an object to match is not there
 */
export function checkWrite({ match, noneMatch }: Conditions, current: ObjectState | undefined): void {
  if (match !== undefined) {
    if (!current) throw new S3Error('NoSuchKey', 'There is no object with this key.')
    if (!names(match, current.etag)) throw failed('If-Match')
  }
  if (noneMatch !== undefined && current && names(noneMatch, current.etag)) throw failed('If-None-Match')
}

/** Reads the conditions of a request, or those on the source of a copy (prefix `x-amz-copy-source-`). */
export function conditionsOf(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  prefix = '',
): Conditions {
  const header = (name: string) => headers[`${prefix}${name}`]?.toString()
  return {
    match: header('if-match'),
    noneMatch: header('if-none-match'),
    modifiedSince: header('if-modified-since'),
    unmodifiedSince: header('if-unmodified-since'),
  }
}
