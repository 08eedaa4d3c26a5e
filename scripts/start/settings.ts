import { resolve } from 'node:path'
import { loopback } from '@pmq/embedded/listen'
import { z } from 'zod'

/** How many ports follow each other from `PORT` on. */
const portCount = 5

/** The gateway's own settings that may be given here too: what it allows in a minute, and how much it takes and keeps. */
const gatewaySettings = z
  .object({
    RATE_PAGES: z.string(),
    RATE_API_READS: z.string(),
    RATE_API_WRITES: z.string(),
    RATE_SIGN_IN: z.string(),
    BODY_LIMIT: z.string(),
    PAGE_CACHE_BYTES: z.string(),
    PAGE_CACHE_MAX_AGE: z.string(),
  })
  .partial()

/** What the one-command form listens to; everything else follows from it. */
export const startSettings = z
  .object({
    PORT: z.coerce
      .number(`un nombre, celui du premier de ${portCount} ports qui se suivent`)
      .int('un nombre entier')
      .min(1024, 'au moins 1024')
      .max(65_536 - portCount, `au plus ${65_536 - portCount}, car ${portCount} ports se suivent`)
      .default(8080),
    PMQ_DATA: z.string().default('var'),
    PMQ_HOST: z.union([z.ipv4(), z.ipv6()], 'une adresse IP de cette machine, ou 0.0.0.0 pour toutes').optional(),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'debug, info, warn ou error').default('info'),
    ...gatewaySettings.shape,
  })
  .transform(({ PORT, PMQ_DATA, PMQ_HOST, LOG_LEVEL, ...gateway }) => ({
    ports: { gateway: PORT, identity: PORT + 1, objects: PORT + 2, smtp: PORT + 3, documents: PORT + 4 },
    dataDir: resolve(PMQ_DATA),
    addresses: addressesOf(PMQ_HOST),
    /** Set when others than this machine can reach what browsers see. */
    openTo: PMQ_HOST,
    logLevel: LOG_LEVEL,
    /** As the gateway reads them when it runs alone (gateway/src/config.ts). */
    gateway,
  }))

export type StartSettings = z.output<typeof startSettings>

/** Where browsers are answered. Whatever is opened, `localhost` goes on being answered: our own addresses say so. */
function addressesOf(host: string | undefined): readonly string[] {
  if (host === undefined) return loopback
  if (host === '::') return ['::'] // takes the addresses of IPv4 too
  if (host === '0.0.0.0') return ['0.0.0.0', '::1']
  return [host, ...loopback.filter((address) => address !== host)]
}
