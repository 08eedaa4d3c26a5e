export { createHealth, type EngineCheck, type EngineState, type Health } from './create-health.ts'
