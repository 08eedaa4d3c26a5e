import { createServer } from 'node:http'
import { adminFiles } from '@pmq/admin'
import { content } from '@pmq/content'
import { seedOnce } from '@pmq/content/seed'
import { listen } from '@pmq/embedded/listen'
import { createMailView } from '@pmq/embedded/mail'
import { createGateway, gatewayConfig, hardenServer, serverOptions } from '@pmq/gateway'
import { search } from '@pmq/gateway/search'
import { createTokenVerifier } from '@pmq/platform/auth'
import { loadConfig } from '@pmq/platform/config'
import { createHealth } from '@pmq/platform/health'
import { inProcessFetch } from '@pmq/platform/http'
import { closeServer, followRequests, type Running, stopAll } from '@pmq/platform/lifecycle'
import type { Log } from '@pmq/platform/log'
import { createMetrics, watchLag } from '@pmq/platform/metrics'
import { startService } from '@pmq/platform/service'
import { createWeb } from '@pmq/web'
import { Router } from 'express'
import { startEmbeddedEngines } from './embedded-engines.ts'
import { keepSecrets } from './secrets.ts'
import type { StartSettings } from './settings.ts'

export const hosts = {
  portal: 'localhost',
  heritage: 'patrimoine.localhost',
  scic: 'scic.localhost',
  produits: 'produits.localhost',
} as const

/** For requests at work when the platform is told to stop: much longer than any takes, unless its client has gone silent. */
const patienceMs = 6_500
/** So long we go on answering when told to stop, for those to see it who watch whether we are ready. */
const graceMs = 300

export type RunningPlatform = {
  urls: Record<keyof typeof hosts, string>
  issuer: string
  /** Stops taking requests, finishes what is in hand, then stops the engines. */
  stop(): Promise<void>
}

/** The whole platform in this process: the same services, gateway and pages as in a cluster, on embedded engines. */
export async function startPlatform(
  settings: StartSettings,
  log: Log,
  options: { checkAnswers?: boolean; onFailure?: (failure: { engine: string; error: Error }) => void } = {},
): Promise<RunningPlatform> {
  const { ports, dataDir } = settings
  const url = (host: string) => `http://${host}:${ports.gateway}`
  const urls = {
    portal: url(hosts.portal),
    heritage: url(hosts.heritage),
    scic: url(hosts.scic),
    produits: url(hosts.produits),
  }
  const secrets = keepSecrets(dataDir)
  const clock = () => new Date()
  const started: Running[] = []
  try {
    const fail =
      options.onFailure ?? (({ engine, error }) => log.fatal({ err: error, engine }, 'an embedded engine stopped'))
    const engines = await startEmbeddedEngines(settings, secrets, Object.values(urls), fail)
    started.unshift({ name: 'engines', stop: engines.stop })
    await seedOnce({ documentsUri: engines.documentsUri, clock, log })

    const verifier = createTokenVerifier({ issuer: engines.issuer, audience: 'midi-quercy-api' })
    const metrics = createMetrics()
    watchLag(metrics, engines.bus)
    const shared = {
      ...engines,
      verifier,
      metrics,
      log,
      clock,
      checkAnswers: options.checkAnswers ?? false,
      alone: true, // lock-data.ts
    }
    const services = await Promise.all([content, search].map((definition) => startService(definition, shared)))
    for (const service of services) started.unshift({ name: service.name, stop: service.stop })

    const api = Router()
    for (const { name, router } of services) api.use(`/api/${name}`, router)
    const web = await createWeb({ api: inProcessFetch(api), siteUrls: urls, log })

    const [first] = services
    const health = createHealth(
      [
        { name: 'documents', kind: 'embedded', needed: true, check: async () => first?.checkDocuments() },
        ...engines.checks,
      ],
      { clock },
    )
    const gateway = await createGateway({
      config: loadConfig(gatewayConfig, {
        PUBLIC_URL: urls.portal,
        SITE_HOSTS: `portal=${hosts.portal},127.0.0.1; heritage=${hosts.heritage}; scic=${hosts.scic}; produits=${hosts.produits}`,
        OIDC_ISSUER: engines.issuer,
        OIDC_CLIENT_ID: 'gateway',
        OIDC_CLIENT_SECRET: secrets.gatewayClient,
        SESSION_SECRETS: secrets.session,
        ...settings.gateway,
      }),
      log,
      bus: engines.bus,
      upstreams: {
        services: Object.fromEntries(services.map(({ name, router }) => [name, { handle: router }])),
        web: { handle: web },
      },
      verifier,
      adminFiles,
      extraRoutes: [Router().use('/dev/mail', createMailView(engines.mailbox))],
      engines: health.engines,
      ready: health.ready,
      openapi: async () => services.map(({ openapi }) => openapi),
      clock,
    })
    const { servers } = await listen(() => followRequests(hardenServer(createServer(serverOptions, gateway.app))), {
      port: ports.gateway,
      addresses: settings.addresses,
    })
    started.unshift({
      name: 'gateway',
      async stop() {
        health.drain()
        const impatience = setTimeout(() => {
          for (const server of servers) server.closeAllConnections()
        }, patienceMs)
        await Promise.all(servers.map((server) => closeServer(server, { graceMs })))
        clearTimeout(impatience)
        await gateway.close()
      },
    })
    return { urls, issuer: engines.issuer, stop: () => stopAll(started, log) }
  } catch (error) {
    await stopAll(started, log)
    throw error
  }
}
