export { createLog, type Log, silentLog } from './create-log.ts'
