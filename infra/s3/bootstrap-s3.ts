import { createObjectStore, type ObjectStoreConfig } from '@pmq/platform/objects'

export type S3Bootstrap = ObjectStoreConfig & {
  /** The sites whose pages may send files to the store, as browsers name them: `https://www.example.org`. */
  corsOrigins: readonly string[]
}

/**
 * Creates the bucket when it is missing, and lets the pages of our sites call it (a store that has a setting of its own
 * for that keeps it). Idempotent. No lifecycle rule is set: the servers ignore the one that would matter, the end of
 * uploads that were never completed, which a job of ours sees to.
 */
export async function bootstrapS3({ corsOrigins, ...config }: S3Bootstrap): Promise<void> {
  const store = createObjectStore(config)
  await store.ensureBucket({ corsOrigins })
  await store.check()
}
