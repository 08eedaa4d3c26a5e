export { ConfigError, loadConfig } from './load-config.ts'
export { urlsByName } from './urls-by-name.ts'
