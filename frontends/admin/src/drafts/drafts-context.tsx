import { createContext, useContext } from 'react'
import type { DraftStore } from './draft-store.ts'

const DraftsContext = createContext<DraftStore | undefined>(undefined)
export const DraftsProvider = DraftsContext.Provider

export function useDrafts(): DraftStore {
  const drafts = useContext(DraftsContext)
  if (!drafts) throw new Error('No drafts around this component')
  return drafts
}
