export { attachmentDisposition } from './content-disposition.ts'
export type { MultipartUploads, UploadedPart } from './multipart-uploads.ts'
export {
  InvalidObjectKey,
  ObjectNotFound,
  ObjectSizeMismatch,
  ObjectStoreError,
  ObjectStoreUnavailable,
  UploadNotFound,
  UploadPartsRefused,
} from './object-errors.ts'
export { checkObjectKey } from './object-key.ts'
export { createObjectStore, type ObjectInfo, type ObjectStore, type ObjectStoreConfig } from './object-store.ts'
export type { PutOptions, PutResult } from './put-stream.ts'
