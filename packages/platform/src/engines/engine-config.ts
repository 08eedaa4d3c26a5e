import { z } from 'zod'

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
)

/** Where the real engines are; without these addresses a program runs on embedded ones (`npm start`). */
export const engineConfig = z.object({
  MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\//, 'mongodb://… is expected'),
  KAFKA_BROKERS: list.pipe(z.array(z.string().regex(/^[^:]+:\d+$/, 'host:port is expected')).min(1)),
  KAFKA_SSL: z.stringbool().default(false),
  KAFKA_USERNAME: z.string().optional(),
  KAFKA_PASSWORD: z.string().optional(),
  ELASTICSEARCH_URL: z.url({ protocol: /^https?$/ }),
  /** The two speak nearly the same; which one it is has to be said. */
  SEARCH_ENGINE: z.enum(['elasticsearch', 'opensearch']).default('elasticsearch'),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }),
  OIDC_AUDIENCE: z.string().default('midi-quercy-api'),
  /** Where the issuer's keys are, when its public address cannot be reached from here. */
  OIDC_JWKS_URL: z.url().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  /** Also check what is answered against its schema: for tests and development. */
  CHECK_ANSWERS: z.stringbool().default(false),
})

export type EngineConfig = z.output<typeof engineConfig>
