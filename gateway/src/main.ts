import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'
import { createTokenVerifier } from '@pmq/platform/auth'
import { createKafkaBus } from '@pmq/platform/bus/kafka'
import { ConfigError, loadConfig } from '@pmq/platform/config'
import { closeServer, followRequests, runUntilStopped } from '@pmq/platform/lifecycle'
import { createLog } from '@pmq/platform/log'
import { aloneConfig } from './alone-config.ts'
import { createGateway } from './gateway.ts'
import { askServices } from './operations/ask-services.ts'
import { hardenServer, serverOptions } from './security/harden-server.ts'

/** The gateway alone in its process: services, web front and engines are where the environment says. */
const log = createLog('gateway', process.env.LOG_LEVEL ? { level: process.env.LOG_LEVEL } : {})
try {
  const config = loadConfig(aloneConfig, process.env)
  const clock = () => new Date()
  const bus = createKafkaBus({ ...config.kafka, clientId: 'gateway', log })
  const verifier = createTokenVerifier(config.tokens)
  const services = askServices(config.serviceUrls, { clock, log })
  let draining = false

  const gateway = await createGateway({
    config: config.gateway,
    log,
    bus,
    upstreams: {
      services: Object.fromEntries(Object.entries(config.serviceUrls).map(([name, url]) => [name, { url }])),
      web: { url: config.webUrl },
    },
    verifier,
    adminFiles: config.adminFiles === undefined ? undefined : pathToFileURL(config.adminFiles),
    partnersFiles: config.partnersFiles === undefined ? undefined : pathToFileURL(config.partnersFiles),
    engines: services.engines,
    // Whatever else is down, it says so to people better than a load balancer would.
    ready: async () => !draining,
    openapi: services.openapi,
    clock,
  })
  const server = followRequests(hardenServer(createServer(serverOptions, gateway.app)))
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(config.port, resolve))
  log.info({ port: config.port }, 'up')

  const requests = {
    name: 'requests',
    stop() {
      draining = true
      return closeServer(server, { graceMs: 1_000 })
    },
  }
  await runUntilStopped([requests, { name: 'gateway', stop: gateway.close }, { name: 'bus', stop: bus.close }], log)
  verifier.close()
  process.exit(0)
} catch (error) {
  if (error instanceof ConfigError) log.fatal(error.message)
  else log.fatal({ err: error }, 'could not start')
  process.exit(1)
}
