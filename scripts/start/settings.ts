import { resolve } from 'node:path'
import { z } from 'zod'

/** What the one-command form listens to; everything else follows from it. */
export const startSettings = z
  .object({
    PORT: z.coerce.number().int().min(1024, 'un port d’au moins 1024').max(65_500).default(8080),
    PMQ_DATA: z.string().default('var'),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  })
  .transform(({ PORT, PMQ_DATA, LOG_LEVEL }) => ({
    ports: { gateway: PORT, identity: PORT + 1, objects: PORT + 2, smtp: PORT + 3, documents: PORT + 4 },
    dataDir: resolve(PMQ_DATA),
    logLevel: LOG_LEVEL,
  }))

export type StartSettings = z.output<typeof startSettings>
