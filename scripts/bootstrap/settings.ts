import { ConfigError, loadConfig } from '@pmq/platform/config'
import { engineConfig } from '@pmq/platform/engines'
import { z } from 'zod'

/** What each bootstrap needs to know; one that is not asked for needs nothing. */
const schemas = {
  kafka: engineConfig
    .pick({ KAFKA_BROKERS: true, KAFKA_SSL: true, KAFKA_USERNAME: true, KAFKA_PASSWORD: true })
    .extend({
      KAFKA_PARTITIONS: z.coerce.number().int().min(1).default(8),
      /** The broker's own default when absent. */
      KAFKA_REPLICATION: z.coerce.number().int().min(1).optional(),
    }),
  elasticsearch: engineConfig.pick({ ELASTICSEARCH_URL: true, SEARCH_ENGINE: true }),
  s3: z.object({
    S3_ENDPOINT: z.url({ protocol: /^https?$/ }),
    S3_REGION: z.string().default('us-east-1'),
    S3_ACCESS_KEY: z.string().min(1),
    S3_SECRET_KEY: z.string().min(1),
    S3_BUCKET: z.string().default('midi-quercy'),
    /** Sites whose pages send files, separated by commas; that of `PUBLIC_URL` by default. */
    S3_CORS_ORIGINS: z.string().optional(),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:8080'),
  }),
  keycloak: z.object({
    OIDC_ADMIN_URL: z.url({ protocol: /^https?$/ }),
    OIDC_ADMIN_USER: z.string().min(1),
    OIDC_ADMIN_PASSWORD: z.string().min(1),
    OIDC_CLIENT_SECRET: z.string().min(16, '16 characters or more'),
    OPERATOR_CLIENT_SECRET: z.string().min(16, '16 characters or more'),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:8080'),
    /** `off`: administrators and treasurers sign in with a password alone. For demonstrations. */
    KEYCLOAK_SECOND_FACTOR: z.enum(['required', 'off']).default('required'),
  }),
}

export type BootstrapName = keyof typeof schemas
export const bootstrapNames = Object.keys(schemas) as BootstrapName[]
export type BootstrapSettings = { [Name in BootstrapName]: z.output<(typeof schemas)[Name]> }

/** @throws ConfigError that lists all problems of all that was asked for */
export function bootstrapSettings(
  names: readonly BootstrapName[],
  env: Record<string, string | undefined>,
): Partial<BootstrapSettings> {
  const problems: string[] = []
  const entries = names.flatMap((name) => {
    try {
      return [[name, loadConfig(schemas[name], env)] as const]
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      problems.push(...error.message.split('\n').slice(1))
      return []
    }
  })
  if (problems.length === 0) return Object.fromEntries(entries)
  throw new ConfigError(`These settings are wrong or missing:\n${[...new Set(problems)].join('\n')}`)
}
