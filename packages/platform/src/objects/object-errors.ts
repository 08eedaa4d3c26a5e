/** Any error of the object store; `code` is stable. The message is for developers. */
export class ObjectStoreError extends Error {
  override readonly name: string = 'ObjectStoreError'
  readonly code: string = 'objects.failed'
}

/** There is no object with this key. */
export class ObjectNotFound extends ObjectStoreError {
  override readonly name = 'ObjectNotFound'
  override readonly code = 'objects.not-found'
}

/** The multipart upload was completed, aborted, or never begun. */
export class UploadNotFound extends ObjectStoreError {
  override readonly name = 'UploadNotFound'
  override readonly code = 'objects.upload-not-found'
}

/** The parts given to complete an upload are not those that arrived: one is missing, altered, out of order or too small. */
export class UploadPartsRefused extends ObjectStoreError {
  override readonly name = 'UploadPartsRefused'
  override readonly code = 'objects.parts-refused'
}

/** The key would not be safe on every store. */
export class InvalidObjectKey extends ObjectStoreError {
  override readonly name = 'InvalidObjectKey'
  override readonly code = 'objects.invalid-key'
}

/** What was sent is not of the announced size. */
export class ObjectSizeMismatch extends ObjectStoreError {
  override readonly name = 'ObjectSizeMismatch'
  override readonly code = 'objects.size-mismatch'
}

/** The store does not answer, is full, or fails: the same call may succeed later. The HTTP kit makes it a 503. */
export class ObjectStoreUnavailable extends ObjectStoreError {
  override readonly name = 'EngineUnavailable'
  override readonly code = 'objects.unavailable'
}

const partCodes = ['InvalidPart', 'InvalidPartOrder', 'EntityTooSmall']
const network = 'ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN'
const ofTheStore = 'InsufficientStorage|XMinioStorageFull|SlowDown|ServiceUnavailable|InternalError'
const outages = new RegExp(`^(${network}|${ofTheStore})$`)

/** Our own error for what the S3 client threw or what a store answered. */
export function objectErrorOf(thrown: unknown): ObjectStoreError {
  if (thrown instanceof ObjectStoreError) return thrown
  const { code, message } = saidBy(thrown)
  const said = `${code} ${message}`.trim()
  const options = { cause: thrown }
  if (code === 'NoSuchKey' || code === 'NotFound') return new ObjectNotFound(said, options)
  if (code === 'NoSuchUpload') return new UploadNotFound(said, options)
  if (partCodes.includes(code)) return new UploadPartsRefused(said, options)
  // The client hides the codes 500 to 504 behind a message of its own.
  if (outages.test(code) || /Retryable HTTP status/.test(message)) return new ObjectStoreUnavailable(said, options)
  return new ObjectStoreError(said, options)
}

/** An error that a store sends after the status 200 (S3 does when it completes an upload) is thrown as a plain object. */
function saidBy(thrown: unknown): { code: string; message: string } {
  if (typeof thrown !== 'object' || thrown === null) return { code: '', message: String(thrown) }
  const { code, message, Code, Message } = thrown as Partial<Record<'code' | 'message' | 'Code' | 'Message', unknown>>
  return { code: String(code ?? Code ?? ''), message: String(message ?? Message ?? '') }
}

/** Runs a call to the store with our errors. */
export const withObjectErrors = <Result>(call: Promise<Result>): Promise<Result> =>
  call.catch((error: unknown) => {
    throw objectErrorOf(error)
  })
