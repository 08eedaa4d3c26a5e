export { startGateway, type TestGateway, type TestGatewayOptions } from './start-gateway.ts'
