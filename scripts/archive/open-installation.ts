import { join } from 'node:path'
import { content } from '@pmq/content'
import { topics as promised } from '@pmq/contracts/topics'
import { startDocuments } from '@pmq/embedded/documents'
import { startEvents } from '@pmq/embedded/events'
import { demoUsers } from '@pmq/embedded/identity'
import { startObjects } from '@pmq/embedded/objects'
import { search } from '@pmq/gateway/search'
import { createKeycloakUsers, type Installation, openBucket } from '@pmq/platform/archive'
import type { Bus } from '@pmq/platform/bus'
import { createKafkaBus } from '@pmq/platform/bus/kafka'
import { openDatabase } from '@pmq/platform/documents'
import { silentLog } from '@pmq/platform/log'
import { createObjectStore } from '@pmq/platform/objects'
import { bucket } from '../start/embedded-engines.ts'
import { lockData } from '../start/lock-data.ts'
import { keepSecrets } from '../start/secrets.ts'
import type { RealSettings, WhichInstallation } from './settings.ts'

/** Every service with data of its own, and every topic that one of them tells. A test compares them with what a copy keeps. */
const services = [content.name, search.name]
const topics = promised.map(({ name }) => name)

export const openInstallation = (which: WhichInstallation): Promise<Installation> =>
  which.kind === 'embedded' ? openEmbedded(which) : openReal(which.settings)

type Closing = () => Promise<unknown> | unknown
type Store = Parameters<typeof openBucket>[1]

/** @throws StartProblem when a copy of the platform works on the folder */
async function openEmbedded({ dataDir, port }: { dataDir: string; port: number }): Promise<Installation> {
  const closings: Closing[] = [await lockData(dataDir, { url: `http://localhost:${port}` })]
  return closingOnFailure(closings, async () => {
    const secrets = keepSecrets(dataDir)
    const keys = { accessKey: secrets.objectsAccessKey, secretKey: secrets.objectsSecretKey }
    const documents = await startDocuments({ dataDir: join(dataDir, 'documents'), port: 0 })
    closings.unshift(() => documents.close())
    const events = await startEvents({ dataDir: join(dataDir, 'events') })
    closings.unshift(() => events.close())
    const objects = await startObjects({ dataDir: join(dataDir, 'objects'), port: 0, ...keys, buckets: [bucket] })
    closings.unshift(() => objects.close())
    const store = { endpoint: objects.endpoint, region: objects.region, ...keys, bucket }
    const users = {
      list: async () => demoUsers.map(({ password: _, ...user }) => ({ ...user, roles: [...user.roles] })),
    }
    return compose({ uri: documents.uri, bus: events.bus, store, users, closings })
  })
}

async function openReal(settings: RealSettings): Promise<Installation> {
  const closings: Closing[] = []
  const { KAFKA_USERNAME: username, KAFKA_PASSWORD: password = '' } = settings
  return closingOnFailure(closings, async () => {
    const bus = createKafkaBus({
      brokers: settings.KAFKA_BROKERS,
      clientId: 'archive',
      ssl: settings.KAFKA_SSL,
      ...(username ? { sasl: { mechanism: 'scram-sha-512', username, password } } : {}),
      log: silentLog(),
    })
    closings.unshift(() => bus.close())
    const store = {
      endpoint: settings.S3_ENDPOINT,
      region: settings.S3_REGION,
      accessKey: settings.S3_ACCESS_KEY,
      secretKey: settings.S3_SECRET_KEY,
      bucket: settings.S3_BUCKET,
    }
    const users = createKeycloakUsers({
      url: settings.OIDC_ADMIN_URL,
      realm: settings.OIDC_ISSUER.split('/').at(-1) ?? '',
      user: settings.OIDC_ADMIN_USER,
      password: settings.OIDC_ADMIN_PASSWORD,
    })
    return compose({ uri: settings.MONGODB_URI, bus, store, users, closings })
  })
}

type Stores = Pick<Installation, 'bus' | 'users'> & { uri: string; store: Store; closings: Closing[] }

async function compose({ uri, bus, store, users, closings }: Stores): Promise<Installation> {
  const databases = []
  for (const name of services) {
    const options = { uri, name, source: `/services/${name}`, clock: () => new Date(), log: silentLog() }
    const database = await openDatabase(options)
    closings.unshift(() => database.close())
    databases.push(database.connection)
  }
  return {
    databases,
    bus: bus satisfies Bus,
    topics,
    buckets: [openBucket('fichiers', store)],
    ...(users ? { users } : {}),
    prepare: () => createObjectStore(store).ensureBucket(),
    close: () => closeAll(closings),
  }
}

const closeAll = async (closings: Closing[]): Promise<void> => {
  for (const close of closings.splice(0)) await close()
}

async function closingOnFailure<Opened>(closings: Closing[], open: () => Promise<Opened>): Promise<Opened> {
  try {
    return await open()
  } catch (error) {
    await closeAll(closings).catch(() => undefined)
    throw error
  }
}
