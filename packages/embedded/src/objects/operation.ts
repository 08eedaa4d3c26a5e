import type { RequestTarget } from './request-target.ts'
import { notImplemented } from './s3-error.ts'

/** What S3 calls the operations that this engine knows, and the parameters that each may have. */
const operations = {
  ListBuckets: [],
  CreateBucket: [],
  HeadBucket: [],
  DeleteBucket: [],
  GetBucketLocation: ['location'],
  ListObjectsV2: [
    'list-type',
    'prefix',
    'delimiter',
    'continuation-token',
    'start-after',
    'max-keys',
    'encoding-type',
    'fetch-owner',
  ],
  DeleteObjects: ['delete'],
  ListMultipartUploads: [
    'uploads',
    'prefix',
    'delimiter',
    'key-marker',
    'upload-id-marker',
    'max-uploads',
    'encoding-type',
  ],
  PutObject: [],
  CopyObject: [],
  GetObject: [
    'response-content-type',
    'response-content-disposition',
    'response-content-language',
    'response-content-encoding',
    'response-cache-control',
    'response-expires',
  ],
  HeadObject: [],
  DeleteObject: [],
  CreateMultipartUpload: ['uploads'],
  UploadPart: ['partNumber', 'uploadId'],
  ListParts: ['uploadId', 'max-parts', 'part-number-marker', 'encoding-type'],
  CompleteMultipartUpload: ['uploadId'],
  AbortMultipartUpload: ['uploadId'],
} as const satisfies Record<string, readonly string[]>

export type Operation = keyof typeof operations

const methodNames: Record<string, string> = { GET: 'Get', HEAD: 'Head', PUT: 'Put', POST: 'Post', DELETE: 'Delete' }

/**
 * Which operation a request asks for.
 * @throws S3Error `NotImplemented`, with the name of what is not supported
 */
export function operationOf(method: string, { bucket, key, query }: RequestTarget, isCopy: boolean): Operation {
  const operation = bucket === '' ? ofService(method) : key === '' ? ofBucket(method, query) : ofObject(method, query)
  const level = bucket === '' ? 'Service' : key === '' ? 'Bucket' : 'Object'
  const known: readonly string[] = operation === undefined ? [] : operations[operation]
  const unknown = [...query.keys()].find((name) => !known.includes(name) && !isOfEveryRequest(name))
  if (unknown !== undefined) {
    const verb = methodNames[method] ?? method
    throw notImplemented(`${verb}${level}${pascal(unknown)} (the parameter "${unknown}" of ${method})`)
  }
  if (operation === undefined)
    throw notImplemented(`${method} on ${level === 'Object' ? 'an' : 'a'} ${level.toLowerCase()}`)
  if (!isCopy) return operation
  if (operation === 'PutObject') return 'CopyObject'
  if (operation === 'UploadPart') throw notImplemented('UploadPartCopy')
  return operation
}

const isOfEveryRequest = (name: string) => name.startsWith('X-Amz-') || name === 'x-id'

const pascal = (name: string) => name.replace(/(?:^|-)([a-z])/gi, (_, letter: string) => letter.toUpperCase())

const ofService = (method: string): Operation | undefined => (method === 'GET' ? 'ListBuckets' : undefined)

function ofBucket(method: string, query: RequestTarget['query']): Operation | undefined {
  switch (method) {
    case 'PUT':
      return 'CreateBucket'
    case 'HEAD':
      return 'HeadBucket'
    case 'DELETE':
      return 'DeleteBucket'
    case 'POST':
      if (query.has('delete')) return 'DeleteObjects'
      return undefined
    case 'GET':
      if (query.has('location')) return 'GetBucketLocation'
      if (query.has('uploads')) return 'ListMultipartUploads'
      if (query.get('list-type') === '2') return 'ListObjectsV2'
      // Without a parameter it would be the first version of the listing.
      if (query.size === 0) throw notImplemented('ListObjects (version 1)')
      return undefined
    default:
      return undefined
  }
}

function ofObject(method: string, query: RequestTarget['query']): Operation | undefined {
  const inUpload = query.has('uploadId')
  switch (method) {
    case 'PUT':
      return inUpload ? 'UploadPart' : 'PutObject'
    case 'GET':
      return inUpload ? 'ListParts' : 'GetObject'
    case 'DELETE':
      return inUpload ? 'AbortMultipartUpload' : 'DeleteObject'
    case 'HEAD':
      return 'HeadObject'
    case 'POST':
      if (query.has('uploads')) return 'CreateMultipartUpload'
      return inUpload ? 'CompleteMultipartUpload' : undefined
    default:
      return undefined
  }
}
