import { join } from 'node:path'
import { startDocuments } from '@pmq/embedded/documents'
import { startEvents } from '@pmq/embedded/events'
import { startIdentity } from '@pmq/embedded/identity'
import { startMail } from '@pmq/embedded/mail'
import { startObjects } from '@pmq/embedded/objects'
import { startSearch } from '@pmq/embedded/search'
import type { EngineCheck } from '@pmq/platform/health'
import type { Running } from '@pmq/platform/lifecycle'
import { createMailTransport } from '@pmq/platform/mail'
import { createObjectStore } from '@pmq/platform/objects'
import type { Secrets } from './secrets.ts'
import type { StartSettings } from './settings.ts'

export const bucket = 'midi-quercy'

/** All embedded engines, each in its own folder and thread. */
export async function startEmbeddedEngines(
  { ports, dataDir, addresses }: StartSettings,
  secrets: Secrets,
  siteOrigins: string[],
  onFailure: (failure: { engine: string; error: Error }) => void,
) {
  const portal = `http://localhost:${ports.gateway}`
  const started: Running[] = []
  const keep = async <Engine extends { close(): Promise<void> }>(
    name: string,
    starting: Promise<Engine>,
  ): Promise<Engine> => {
    const engine = await starting
    started.push({ name, stop: () => engine.close() })
    return engine
  }
  const folder = (name: string) => ({ dataDir: join(dataDir, name), onFailure })
  const starting = [
    keep('documents', startDocuments({ ...folder('documents'), port: ports.documents })),
    keep('events', startEvents(folder('events'))),
    keep('search', startSearch(folder('search'))),
    keep(
      'objects',
      startObjects({
        ...folder('objects'),
        port: ports.objects,
        addresses,
        accessKey: secrets.objectsAccessKey,
        secretKey: secrets.objectsSecretKey,
        buckets: [bucket],
        corsOrigins: siteOrigins,
      }),
    ),
    keep('mail', startMail({ ...folder('mail'), port: ports.smtp })),
    keep(
      'identity',
      startIdentity({
        ...folder('identity'),
        port: ports.identity,
        addresses,
        clients: [
          { clientId: 'gateway', clientSecret: secrets.gatewayClient, redirectUris: [`${portal}/*`] },
          { clientId: 'operator', clientSecret: secrets.operatorClient, serviceAccountRoles: ['admin'] },
        ],
      }),
    ),
  ] as const
  try {
    const [documents, events, search, objects, mail, identity] = await Promise.all(starting)
    const store = createObjectStore({
      endpoint: objects.endpoint,
      region: objects.region,
      accessKey: secrets.objectsAccessKey,
      secretKey: secrets.objectsSecretKey,
      bucket,
    })
    const post = createMailTransport({ url: mail.smtpUrl, from: 'Pays Midi-Quercy <ne-pas-repondre@example.org>' })
    const checks: EngineCheck[] = [
      { name: 'events', kind: 'embedded', check: events.bus.check, needed: true },
      { name: 'search', kind: 'embedded', check: search.engine.check },
      { name: 'objects', kind: 'embedded', check: store.check },
      { name: 'mail', kind: 'embedded', check: post.check },
      {
        name: 'identity',
        kind: 'embedded',
        async check() {
          const answer = await fetch(`${identity.issuer}/.well-known/openid-configuration`)
          if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
        },
      },
    ]
    return {
      documentsUri: documents.uri,
      bus: events.bus,
      search: search.engine,
      mailbox: mail.mailbox,
      issuer: identity.issuer,
      checks,
      async stop() {
        await post.close()
        await Promise.all(started.map(({ stop }) => stop()))
      },
    }
  } catch (error) {
    await Promise.allSettled(starting)
    await Promise.all(started.map(({ stop }) => stop()))
    throw error
  }
}
