export { closeServer } from './close-server.ts'
export { followRequests } from './follow-requests.ts'
export { type Running, runUntilStopped, stopAll } from './run.ts'
