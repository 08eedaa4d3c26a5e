import { type Handler, keyEncoder, numberParameter, sendXml } from './engine.ts'
import { listKeys } from './list-keys.ts'
import { S3Error } from './s3-error.ts'
import type { XmlElement } from './xml.ts'

const pageSize = 1000

export const listObjects: Handler = ({ index }, { response, target }) => {
  const { bucket, query } = target
  const prefix = query.get('prefix') ?? ''
  const delimiter = query.get('delimiter') ?? ''
  const token = query.get('continuation-token')
  const startAfter = query.get('start-after') ?? ''
  const limit = numberParameter(target, 'max-keys', { fallback: pageSize, largest: pageSize })
  const encode = keyEncoder(target)

  const after = token === undefined ? startAfter : readToken(token)
  const { objects, prefixes, next } = listKeys(index, bucket, { prefix, delimiter, after, limit })
  const optional: XmlElement[] = []
  if (query.has('encoding-type')) optional.push(['EncodingType', 'url'])
  if (delimiter) optional.push(['Delimiter', encode(delimiter)])
  if (startAfter) optional.push(['StartAfter', encode(startAfter)])
  if (token !== undefined) optional.push(['ContinuationToken', token])
  if (next !== undefined) optional.push(['NextContinuationToken', writeToken(next)])
  sendXml(response, [
    'ListBucketResult',
    [
      ['Name', bucket],
      ['Prefix', encode(prefix)],
      ['MaxKeys', limit],
      ['KeyCount', objects.length + prefixes.length],
      ['IsTruncated', next !== undefined],
      ...optional,
      ...objects.map(({ key, size, etag, modified }): XmlElement => {
        const lastModified = new Date(modified).toISOString()
        const lines = [
          ['Key', encode(key)],
          ['LastModified', lastModified],
          ['ETag', `"${etag}"`],
          ['Size', size],
        ] as const
        return ['Contents', [...lines, ['StorageClass', 'STANDARD']]]
      }),
      ...prefixes.map((folder): XmlElement => ['CommonPrefixes', [['Prefix', encode(folder)]]]),
    ],
  ])
}

// The letter keeps a token from being read as a number by lenient XML parsers.
const writeToken = (after: string) => `t${Buffer.from(after).toString('base64url')}`

function readToken(token: string): string {
  const after = Buffer.from(token.slice(1), 'base64url').toString()
  if (writeToken(after) !== token) throw new S3Error('InvalidArgument', 'The continuation token is not one of ours.')
  return after
}
