import type { Bus } from '../bus/index.ts'
import type { EventHandler } from '../consumers/index.ts'
import type { Aggregate, Collection, Database } from '../documents/index.ts'
import { type OpenApiDocument, openApiOf, type Route } from '../http/index.ts'
import { silentLog } from '../log/index.ts'
import type { SearchEngine } from '../search/index.ts'
import { deadLettersApi } from './dead-letters-api.ts'
import type { Service } from './service.ts'

/**
 * What a service offers and hears, without any engine: for documents and contract checks.
 * Composing a service must do nothing but compose; a service that asks an engine then fails here.
 */
export async function describeService(
  definition: Service,
): Promise<{ name: string; routes: Route[]; openapi: OpenApiDocument; hears: EventHandler[]; tells: string[] }> {
  const parts = await definition.create({
    bus: hollow<Bus>('bus'),
    database: hollow<Database>('database', {
      // To name what will be kept is to ask for nothing yet.
      collection: <State extends Aggregate>() =>
        hollow<Collection<State>>('collection', { kept: () => async () => [] }),
    }),
    search: hollow<SearchEngine>('search', { index: async () => hollow('index') }),
    log: silentLog(),
    clock: () => new Date(0),
    newId: () => 'none',
  })
  const routes = [
    ...parts.api,
    ...deadLettersApi({ deadLetters: hollow('dead letters'), consumers: hollow('consumers') }),
  ]
  return {
    name: definition.name,
    routes,
    openapi: openApiOf(definition.name, routes),
    hears: parts.hears ?? [],
    tells: parts.tells ?? [],
  }
}

/** Stands for an engine that is not there: may be passed on, and taken apart by name, but not called. */
function hollow<Port extends object>(name: string, known: Partial<Port> = {}): Port {
  return new Proxy(known as Port, {
    get(target, property) {
      if (property in target) return target[property as keyof Port]
      if (typeof property === 'symbol' || property === 'then') return undefined
      return () => {
        throw new Error(`There is no ${name} here: ${property} cannot be called while a service is only described.`)
      }
    },
  })
}
