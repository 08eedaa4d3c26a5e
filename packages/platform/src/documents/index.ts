export { type Aggregate, type Change, change } from './change.ts'
export type { Collection, Filter, FindOptions, IndexSpec } from './collection.ts'
export { checkDocuments, type Database, ensureIndexes, openDatabase } from './database.ts'
export { DuplicateValue } from './duplicate.ts'
