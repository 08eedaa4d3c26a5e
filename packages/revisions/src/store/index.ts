export { patchToRestore } from './patch-to-restore.ts'
export { type Revision, type RevisionHead, revision, revisionHead, type Stamp } from './revision.ts'
export { type ChangedSince, createRevisionStore, type Page, type RevisionStore } from './revision-store.ts'
