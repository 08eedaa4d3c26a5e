import { checkIssuer, createTokenVerifier } from '../auth/index.ts'
import { createKafkaBus } from '../bus/kafka/index.ts'
import type { EngineCheck } from '../health/index.ts'
import type { Log } from '../log/index.ts'
import { createMetrics, watchLag } from '../metrics/index.ts'
import { createElasticsearchEngine } from '../search/elasticsearch/index.ts'
import type { Engines } from '../service/index.ts'
import type { EngineConfig } from './engine-config.ts'

/** The clients of the real engines; nothing is asked of an engine before it is needed. */
export type ConnectedEngines = Engines & { checks: EngineCheck[]; close(): Promise<void> }

/** @param name tells this program's connections apart in the engines' own logs */
export function connectEngines(name: string, config: EngineConfig, log: Log): ConnectedEngines {
  const sasl = config.KAFKA_USERNAME
    ? { mechanism: 'scram-sha-512' as const, username: config.KAFKA_USERNAME, password: config.KAFKA_PASSWORD ?? '' }
    : undefined
  const bus = createKafkaBus({
    brokers: config.KAFKA_BROKERS,
    clientId: name,
    ssl: config.KAFKA_SSL,
    ...(sasl ? { sasl } : {}),
    log,
  })
  const search = createElasticsearchEngine({ url: config.ELASTICSEARCH_URL, engine: config.SEARCH_ENGINE, log })
  const issuer = {
    issuer: config.OIDC_ISSUER,
    ...(config.OIDC_JWKS_URL ? { jwksUrl: config.OIDC_JWKS_URL } : {}),
  }
  const verifier = createTokenVerifier({ ...issuer, audience: config.OIDC_AUDIENCE })
  const metrics = createMetrics()
  watchLag(metrics, bus, name)
  return {
    documentsUri: config.MONGODB_URI,
    bus,
    search,
    verifier,
    metrics,
    log,
    clock: () => new Date(),
    checkAnswers: config.CHECK_ANSWERS,
    checks: [
      { name: 'events', kind: 'external', check: bus.check },
      { name: 'search', kind: 'external', check: search.check },
      { name: 'identity', kind: 'external', check: () => checkIssuer(issuer) },
    ],
    async close() {
      verifier.close()
      await Promise.all([bus.close(), search.close()])
    },
  }
}
