import { randomUUID } from 'node:crypto'
import type { Router } from 'express'
import type { TokenVerifier } from '../auth/index.ts'
import type { Bus } from '../bus/index.ts'
import { createDeadLetters, createInbox, type EventHandler, startConsumers } from '../consumers/index.ts'
import { type Database, ensureIndexes, openDatabase } from '../documents/index.ts'
import { createIdempotency, type OpenApiDocument, openApiOf, type Route, serveRoutes } from '../http/index.ts'
import { createLeases, type Job, job, startJobs } from '../jobs/index.ts'
import type { Log } from '../log/index.ts'
import type { Metrics } from '../metrics/index.ts'
import { releaseOutboxes, startOutboxRelay } from '../outbox/index.ts'
import type { SearchEngine } from '../search/index.ts'
import { deadLettersApi } from './dead-letters-api.ts'

/** What every process gives its services, whatever engines run below. */
export type Engines = {
  documentsUri: string
  bus: Bus
  search: SearchEngine
  verifier: Pick<TokenVerifier, 'verify'>
  metrics: Metrics
  log: Log
  clock: () => Date
  checkAnswers?: boolean
  /** No other process works on these data, so that what a process before us had in hand is free: there is no waiting for leases. */
  alone?: boolean
}

/** What a service is composed of. */
export type Platform = Pick<Engines, 'bus' | 'search' | 'clock' | 'log'> & { database: Database; newId(): string }

export type Service = {
  name: string
  create(platform: Platform): ServiceParts | Promise<ServiceParts>
}
export type ServiceParts = {
  api: Route[]
  hears?: EventHandler[]
  jobs?: Job[]
  /** Topics its events travel on. */
  tells?: string[]
  /** Runs before the first event is heard and the first request answered: rebuilds what is missing. Composing itself asks no engine. */
  prepare?(): Promise<void>
}

/** A service at work. */
export type RunningService = {
  name: string
  /** To be mounted at `/api/<name>`. */
  router: Router
  routes: Route[]
  openapi: OpenApiDocument
  /** Publishes what waits in the outboxes (tests, shut-down). */
  drain(): Promise<void>
  checkDocuments(): Promise<void>
  stop(): Promise<void>
}

/** Names a service and says what it is made of; `startService` makes it run. */
export const service = (name: string, create: Service['create']): Service => ({ name, create })

const dayMs = 86_400_000

/** Starts a service: its database, outbox relay, consumers, jobs and routes. What fails leaves nothing behind: it may be tried again. */
export async function startService(definition: Service, engines: Engines): Promise<RunningService> {
  const { clock } = engines
  const log = engines.log.child({ service: definition.name })
  const database = await openDatabase({
    uri: engines.documentsUri,
    name: definition.name,
    source: `/services/${definition.name}`,
    clock,
    log,
  })
  return startOn(database, definition, { ...engines, log }).catch(async (error) => {
    await database.close().catch(() => undefined)
    throw error
  })
}

async function startOn(database: Database, definition: Service, engines: Engines): Promise<RunningService> {
  const { bus, clock, metrics, log } = engines
  const inbox = createInbox(database.connection, clock)
  const deadLetters = createDeadLetters(database.connection, clock)
  const leases = createLeases(database.connection, clock)
  const idempotency = createIdempotency(database.connection, clock)

  const parts = await definition.create({ bus, search: engines.search, clock, log, database, newId: randomUUID })
  await ensureIndexes(database)
  await bus.ensureTopics(parts.tells ?? [])
  if (engines.alone) {
    await Promise.all([releaseOutboxes(database.outboxes()), leases.releaseAll(), idempotency.abandonAll()])
  }

  const { prepare } = parts
  // One replica after the other: what the first has prepared, the others find.
  if (prepare) await leases.hold(`${definition.name}.prepare`, () => prepare())

  const relay = startOutboxRelay({
    sources: database.outboxes(),
    bus,
    clock,
    log,
    onPublished: (count) => metrics.eventsPublished.inc({ service: definition.name }, count),
  })
  database.onOutbox(relay.wake)
  const consumers = await startConsumers({
    service: definition.name,
    handlers: parts.hears ?? [],
    bus,
    inbox,
    deadLetters,
    log,
    onHandled: (consumer, outcome) => metrics.eventsHandled.inc({ service: definition.name, consumer, outcome }),
  }).catch(async (error) => {
    await relay.stop()
    throw error
  })
  const forgetOldKeys = job(`${definition.name}.forget-old-keys`, { everyMs: dayMs / 4 }, async () => {
    await inbox.forgetBefore(new Date(clock().getTime() - 30 * dayMs))
    await idempotency.forgetBefore(new Date(clock().getTime() - dayMs))
  })
  const jobs = startJobs({ jobs: [...(parts.jobs ?? []), forgetOldKeys], leases, log })

  const routes = [...parts.api, ...deadLettersApi({ deadLetters, consumers })]
  return {
    name: definition.name,
    routes,
    router: serveRoutes(routes, {
      service: definition.name,
      verifier: engines.verifier,
      idempotency,
      log,
      metrics,
      checkAnswers: engines.checkAnswers ?? false,
    }),
    openapi: openApiOf(definition.name, routes),
    drain: relay.drain,
    checkDocuments: database.check,
    async stop() {
      await jobs.stop()
      await consumers.stop()
      await relay.stop()
      await database.close()
    },
  }
}
