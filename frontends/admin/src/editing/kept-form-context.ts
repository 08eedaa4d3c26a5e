import { createContext, useContext } from 'react'
import type { RaRecord } from 'react-admin'

/** What the parts of a form know of it, and may ask of it. */
export type KeptFormState = {
  /** As stored on the server, as far as we know; `null` before the creation. */
  base: RaRecord | null
  /** Something is typed that is not saved. */
  changed: boolean
  /** What is typed is safe on this computer. */
  kept: boolean
  saving: boolean
  /** Saves when something changed. Resolves to the stored record, or to nothing when it could not be saved (the form says why). */
  saveFirst: () => Promise<RaRecord | undefined>
  /** Takes over a newer record, without touching what was typed since `from` (by default, since the last save). */
  adopt: (record: RaRecord, from?: RaRecord) => void
  /** Back to what is stored; the typed text is put aside. */
  startOver: () => void
}

const KeptFormContext = createContext<KeptFormState | undefined>(undefined)
export const KeptFormProvider = KeptFormContext.Provider

export function useKeptForm(): KeptFormState {
  const state = useContext(KeptFormContext)
  if (!state) throw new Error('No kept form around this component')
  return state
}
