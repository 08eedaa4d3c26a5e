export { createDraftStore, type Draft, type DraftKey } from './draft-store.ts'
export { DraftsProvider, useDrafts } from './drafts-context.tsx'
