export { allowedOperations } from './allowed-operations.ts'
export { documentsContract } from './documents-contract.ts'
export type { DocumentsFixture } from './documents-world.ts'
export { type WatchedOperations, watchOperations } from './watch-operations.ts'
