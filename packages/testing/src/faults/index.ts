export { assertGraceful } from './stop/assert-graceful.ts'
export type { Client } from './stop/clients.ts'
export { stopUnderLoad } from './stop/stop-under-load.ts'
export { times } from './times.ts'
