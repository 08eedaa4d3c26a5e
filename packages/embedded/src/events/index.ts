export { startEvents } from './start-events.ts'
