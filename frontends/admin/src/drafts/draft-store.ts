/** A text not yet saved on the server, kept on this computer. */
export type Draft = {
  resource: string
  /** `create` for something that does not exist yet. */
  id: string
  /** To name it in a list. */
  title: string
  /** The record as it was when the typing began; `null` for a creation. */
  base: Record<string, unknown> | null
  values: Record<string, unknown>
  /** Of the creation form, so that a retry after reloading creates nothing twice. */
  idempotencyKey?: string
  savedAt: string
}

export type DraftKey = { resource: string; id: string }

/** `current` is taken up again by itself; `aside` waits for the person to ask for it. */
export type DraftSlot = 'current' | 'aside'

export type DraftStore = ReturnType<typeof createDraftStore>

const prefix = 'pmq.brouillon'

/**
 * Keeps what is typed in the browser's storage, apart for each person (two people may share a computer).
 * Nothing here ever throws: a storage that is full or forbidden makes `keep` answer false.
 */
export function createDraftStore({ storage, subject }: { storage: Storage | undefined; subject: string }) {
  const keyOf = ({ resource, id }: DraftKey, slot: DraftSlot) => `${prefix}/${subject}/${slot}/${resource}/${id}`

  function read(key: string): Draft | undefined {
    try {
      const text = storage?.getItem(key)
      return text ? (JSON.parse(text) as Draft) : undefined
    } catch {
      return undefined
    }
  }

  return {
    /** @returns whether it is safely kept */
    keep(draft: Draft, slot: DraftSlot = 'current'): boolean {
      try {
        if (!storage) return false
        storage.setItem(keyOf(draft, slot), JSON.stringify(draft))
        return true
      } catch {
        return false
      }
    },
    find: (key: DraftKey, slot: DraftSlot = 'current'): Draft | undefined => read(keyOf(key, slot)),
    drop(key: DraftKey, slot: DraftSlot = 'current'): void {
      try {
        storage?.removeItem(keyOf(key, slot))
      } catch {
        // A storage that refuses to forget does no harm.
      }
    },
    /** Everything this person left unsaved on this computer, newest first. */
    all(): Draft[] {
      try {
        const keys = storage ? Object.keys(storage).filter((key) => key.startsWith(`${prefix}/${subject}/`)) : []
        const drafts = keys.map(read).filter((draft) => draft !== undefined)
        return drafts.sort((one, other) => other.savedAt.localeCompare(one.savedAt))
      } catch {
        return []
      }
    },
  }
}
