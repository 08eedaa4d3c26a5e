export { type GatewayConfig, gatewayConfig } from './config.ts'
export { createGateway, type Gateway, type GatewayDeps } from './gateway.ts'
export type { Upstream } from './proxy/upstream.ts'
export { hardenServer, type ServerLimits, serverOptions } from './security/harden-server.ts'
