import { urlsByName } from '@pmq/platform/config'
import { engineConfig } from '@pmq/platform/engines'
import { z } from 'zod'
import { type GatewayConfig, gatewayEnv, toGatewayConfig } from './config.ts'

export type AloneConfig = {
  gateway: GatewayConfig
  port: number
  /** By name, as in `/api/<name>`. */
  serviceUrls: Record<string, string>
  webUrl: string
  /** Folders of the applications' builds. */
  adminFiles: string | undefined
  partnersFiles: string | undefined
  kafka: { brokers: string[]; ssl: boolean; sasl?: { mechanism: 'scram-sha-512'; username: string; password: string } }
  tokens: { issuer: string; audience: string; jwksUrl?: string }
}

const httpUrl = z.url({ protocol: /^https?$/ })

/** The environment of a gateway that runs alone. */
export const aloneConfig = gatewayEnv
  .extend({
    PORT: z.coerce.number().int().min(1).max(65_535),
    SERVICE_URLS: urlsByName,
    WEB_URL: httpUrl,
    ADMIN_FILES: z.string().optional(),
    PARTNERS_FILES: z.string().optional(),
    ...engineConfig.pick({ KAFKA_BROKERS: true, KAFKA_SSL: true, KAFKA_USERNAME: true, KAFKA_PASSWORD: true }).shape,
    ...engineConfig.pick({ OIDC_AUDIENCE: true, OIDC_JWKS_URL: true, LOG_LEVEL: true }).shape,
  })
  .transform((env, context): AloneConfig => {
    const { KAFKA_USERNAME: username, KAFKA_PASSWORD: password = '' } = env
    return {
      gateway: toGatewayConfig(env, context),
      port: env.PORT,
      serviceUrls: env.SERVICE_URLS,
      webUrl: env.WEB_URL,
      adminFiles: env.ADMIN_FILES,
      partnersFiles: env.PARTNERS_FILES,
      kafka: {
        brokers: env.KAFKA_BROKERS,
        ssl: env.KAFKA_SSL,
        ...(username === undefined ? {} : { sasl: { mechanism: 'scram-sha-512', username, password } }),
      },
      tokens: {
        issuer: env.OIDC_ISSUER, // to the letter
        audience: env.OIDC_AUDIENCE,
        ...(env.OIDC_JWKS_URL ? { jwksUrl: env.OIDC_JWKS_URL } : {}),
      },
    }
  })
