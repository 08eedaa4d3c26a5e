import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createTokenVerifier } from '@pmq/platform/auth'
import type { Bus } from '@pmq/platform/bus'
import { loadConfig } from '@pmq/platform/config'
import type { CloudEvent } from '@pmq/platform/events'
import { silentLog } from '@pmq/platform/log'
import type { RequestHandler } from 'express'
import { gatewayConfig } from '../config.ts'
import { createGateway, type GatewayDeps } from '../gateway.ts'
import { hardenServer, type ServerLimits, serverOptions } from '../security/harden-server.ts'
import { type FakeProvider, startFakeProvider } from './fake-provider.ts'
import { createTestClient, type TestClient } from './test-client.ts'

export type TestGateway = {
  port: number
  provider: FakeProvider
  bus: FakeBus
  client(host?: string): TestClient
  /** A client that has signed in as `provider.person`, and its CSRF token. */
  signedIn(): Promise<TestClient & { csrf: string }>
  close(): Promise<void>
}

export type TestGatewayOptions = Partial<Omit<GatewayDeps, 'config' | 'bus'>> & {
  env?: Record<string, string>
  bus?: FakeBus
  provider?: FakeProvider
  serverLimits?: ServerLimits
}

/** A bus that says what a test wants it to say. */
export type FakeBus = Pick<Bus, 'tail' | 'check'> & {
  tell(event: Pick<CloudEvent, 'type' | 'subject'> & { data?: unknown }): void
  broken: boolean
}

export function createFakeBus(): FakeBus {
  const listeners = new Set<(event: CloudEvent) => void>()
  const bus: FakeBus = {
    broken: false,
    tell({ type, subject, data = {} }) {
      const event: CloudEvent = {
        specversion: '1.0',
        id: crypto.randomUUID(),
        source: '/test',
        type,
        subject,
        time: new Date().toISOString(),
        sequence: 1,
        datacontenttype: 'application/json',
        data,
      }
      for (const listener of listeners) listener(event)
    },
    async tail({ handle }) {
      if (bus.broken) throw new Error('broken')
      listeners.add(handle)
      return { stop: async () => void listeners.delete(handle) }
    },
    async check() {
      if (bus.broken) throw new Error('broken')
    },
  }
  return bus
}

/** Answers with what it was asked, as the services behind the gateway see it. */
export const echo: RequestHandler = (req, res) => {
  const chunks: Buffer[] = []
  req.on('data', (chunk: Buffer) => chunks.push(chunk))
  req.on('end', () => {
    res.json({ method: req.method, url: req.originalUrl, headers: req.headers, body: Buffer.concat(chunks).toString() })
  })
}

export const secrets = { old: 'o'.repeat(32), new: 'n'.repeat(32) }

/** The whole gateway on a port of its own, with a provider, a bus, a service `content` and a web that can be replaced. */
export async function startGateway({ env = {}, serverLimits, ...deps }: TestGatewayOptions = {}): Promise<TestGateway> {
  const provider = deps.provider ?? (await startFakeProvider(deps.clock))
  const bus = deps.bus ?? createFakeBus()
  let app: RequestListener = (_req, res) => void res.destroy()
  const server = hardenServer(
    createServer(serverOptions, (req, res) => app(req, res)),
    serverLimits,
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const config = loadConfig(gatewayConfig, {
    PUBLIC_URL: `http://localhost:${port}`,
    SITE_HOSTS:
      'portal=localhost,127.0.0.1;heritage=patrimoine.localhost;scic=scic.localhost;produits=produits.localhost',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'gateway',
    OIDC_CLIENT_SECRET: 'secret',
    SESSION_SECRETS: secrets.new,
    ...env,
  })
  const gateway = await createGateway({
    log: silentLog(),
    upstreams: { services: { content: { handle: echo } }, web: { handle: echo } },
    verifier: createTokenVerifier({
      issuer: provider.issuer,
      audience: 'midi-quercy-api',
      ...(deps.clock ? { clock: deps.clock } : {}),
    }),
    engines: async () => [],
    openapi: async () => [],
    ...deps,
    config,
    bus,
  })
  app = gateway.app

  const client = (host?: string) => createTestClient(port, host)
  return {
    port,
    provider,
    bus,
    client,
    async signedIn() {
      const browser = client()
      await browser.follow('/auth/sign-in?to=/')
      const me = (await browser.send('/auth/me')).json() as { csrf: string }
      return { ...browser, csrf: me.csrf }
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await gateway.close()
      if (!deps.provider) await provider.close()
    },
  }
}
