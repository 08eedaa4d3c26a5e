export { type RunningEngine, serveEngine } from './serve-engine.ts'
export { type EngineWorker, type EngineWorkerFailure, startEngineWorker } from './start-engine-worker.ts'
