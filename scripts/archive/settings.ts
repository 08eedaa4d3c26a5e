import { loadConfig } from '@pmq/platform/config'
import { engineConfig } from '@pmq/platform/engines'
import { z } from 'zod'
import { bucket } from '../start/embedded-engines.ts'
import { startSettings } from '../start/settings.ts'

const realSettings = engineConfig
  .pick({
    MONGODB_URI: true,
    KAFKA_BROKERS: true,
    KAFKA_SSL: true,
    KAFKA_USERNAME: true,
    KAFKA_PASSWORD: true,
    OIDC_ISSUER: true,
  })
  .extend({
    S3_ENDPOINT: z.url({ protocol: /^https?$/ }),
    S3_REGION: z.string().default('us-east-1'),
    S3_BUCKET: z.string().default(bucket),
    S3_ACCESS_KEY: z.string(),
    S3_SECRET_KEY: z.string(),
    OIDC_ADMIN_URL: z.url({ protocol: /^https?$/ }),
    OIDC_ADMIN_USER: z.string(),
    OIDC_ADMIN_PASSWORD: z.string(),
  })

export type RealSettings = z.output<typeof realSettings>
export type WhichInstallation =
  | { kind: 'embedded'; dataDir: string; port: number }
  | { kind: 'real'; settings: RealSettings }

/** The data folder, unless an address of a real engine is given: then all of them are needed. */
export function whichInstallation(env: NodeJS.ProcessEnv): WhichInstallation {
  if (env.MONGODB_URI || env.KAFKA_BROKERS || env.S3_ENDPOINT)
    return { kind: 'real', settings: loadConfig(realSettings, env) }
  const { dataDir, ports } = loadConfig(startSettings, env)
  return { kind: 'embedded', dataDir, port: ports.gateway }
}

/** For people. */
export const nameOf = (which: WhichInstallation): string =>
  which.kind === 'embedded'
    ? `moteurs embarqués, dossier ${which.dataDir}`
    : `moteurs réels, documents ${which.settings.MONGODB_URI.replace(/\/\/[^@/]*@/, '//…@')}`
