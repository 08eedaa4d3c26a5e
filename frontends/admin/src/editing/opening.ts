import type { Draft, DraftKey } from '../drafts/index.ts'

type Values = Record<string, unknown>

/** How a form opens: what it starts from, what it shows, and the text it took up again. */
export type Opening = {
  key: DraftKey
  /** The record as stored when the typing began; `null` for a creation. */
  base: Values | null
  values: Values
  takenUp: Draft | undefined
  idempotencyKey: string
}

type Given = {
  resource: string
  record: (Values & { id: unknown }) | undefined
  defaults: Values
  draft: Draft | undefined
  newKey: () => string
}

/** A text left unsaved is taken up again, with the version it began from: saving it cannot overwrite somebody else's unseen. */
export function openForm({ resource, record, defaults, draft, newKey }: Given): Opening {
  return {
    key: { resource, id: record ? String(record.id) : 'create' },
    base: draft?.base ?? record ?? null,
    values: draft ? { ...(draft.base ?? defaults), ...draft.values } : (record ?? defaults),
    takenUp: draft,
    idempotencyKey: draft?.idempotencyKey ?? newKey(),
  }
}

/** Random, also on pages without https where `crypto.randomUUID` is missing. */
export const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
