export { type ConnectedEngines, connectEngines } from './connect-engines.ts'
export { type EngineConfig, engineConfig } from './engine-config.ts'
