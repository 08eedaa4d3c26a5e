import { openPublicIndex } from '@pmq/gateway/search'
import { bootstrapElasticsearch } from '@pmq/infra/elasticsearch'
import { bootstrapKafka } from '@pmq/infra/kafka'
import { bootstrapKeycloak } from '@pmq/infra/keycloak'
import { bootstrapS3 } from '@pmq/infra/s3'
import type { BootstrapName, BootstrapSettings } from './settings.ts'

export type PrepareOptions = { env: Record<string, string | undefined>; demo: boolean }

/** How each engine is prepared. Every one of them is idempotent, and says in one line what came of it. */
export const prepare: {
  [Name in BootstrapName]: (settings: BootstrapSettings[Name], options: PrepareOptions) => Promise<string>
} = {
  async kafka(settings) {
    const { KAFKA_USERNAME: username, KAFKA_PASSWORD: password = '', KAFKA_REPLICATION: replicationFactor } = settings
    const changed = await bootstrapKafka({
      brokers: settings.KAFKA_BROKERS,
      ssl: settings.KAFKA_SSL,
      ...(username ? { sasl: { mechanism: 'scram-sha-512', username, password } } : {}),
      partitions: settings.KAFKA_PARTITIONS,
      ...(replicationFactor ? { replicationFactor } : {}),
    })
    return inWords(changed)
  },
  async elasticsearch({ ELASTICSEARCH_URL: url, SEARCH_ENGINE: engine }) {
    const counts = await bootstrapElasticsearch({ url, engine, indexes: [openPublicIndex] })
    return `indexes are there, with ${counts.join(', ')} documents`
  },
  async s3(settings) {
    const origins = settings.S3_CORS_ORIGINS?.split(',').map((origin) => origin.trim())
    await bootstrapS3({
      endpoint: settings.S3_ENDPOINT,
      region: settings.S3_REGION,
      accessKey: settings.S3_ACCESS_KEY,
      secretKey: settings.S3_SECRET_KEY,
      bucket: settings.S3_BUCKET,
      corsOrigins: origins ?? [new URL(settings.PUBLIC_URL).origin],
    })
    return `bucket ${settings.S3_BUCKET} is there`
  },
  async keycloak(settings, { env, demo }) {
    const changed = await bootstrapKeycloak({
      url: settings.OIDC_ADMIN_URL,
      user: settings.OIDC_ADMIN_USER,
      password: settings.OIDC_ADMIN_PASSWORD,
      env,
      demo,
      secondFactor: settings.KEYCLOAK_SECOND_FACTOR,
    })
    return inWords(changed)
  },
}

const inWords = (changed: string[]) =>
  changed.length === 0 ? 'all as it should be' : `made or corrected ${changed.join(', ')}`
