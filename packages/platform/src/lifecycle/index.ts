export { type Running, runUntilStopped, stopAll } from './run.ts'
