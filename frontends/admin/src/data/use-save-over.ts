import { type RaRecord, useCreate, useUpdate } from 'react-admin'

type Values = Record<string, unknown>

/** Writes a form's values: over the version they began from, or as a new record. Errors go to the caller. */
export function useSaveOver(resource: string) {
  const [update] = useUpdate()
  const [create] = useCreate()
  return async (values: Values, base: RaRecord | null, idempotencyKey: string): Promise<RaRecord> => {
    const options = { returnPromise: true as const, onError: () => undefined, onSuccess: () => undefined }
    if (base === null) return await create(resource, { data: values, meta: { idempotencyKey } }, options)
    return await update(resource, { id: base.id, data: values, previousData: base }, options)
  }
}
