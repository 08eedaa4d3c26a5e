export { closeServer, followRequests } from './close-server.ts'
export { type Running, runUntilStopped, stopAll } from './run.ts'
