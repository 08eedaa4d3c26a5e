export { openDataFolder } from './open-data-folder.ts'
export { inTransaction, openDatabase } from './open-database.ts'
export { syncFolder } from './sync-folder.ts'
