import type { GroupLag } from '../bus/index.ts'
import type { Metrics } from './create-metrics.ts'

const PATIENCE_MS = 2000

/**
 * Shows in the metrics how far consumer groups are behind, asked anew at each scrape. While the bus does not answer
 * there is no figure: an old one would say that all is well.
 * @param owner only the groups of this program, those that begin with `owner.`; all by default
 */
export function watchLag(metrics: Metrics, bus: { lag(): Promise<GroupLag[]> }, owner?: string): void {
  const measure = async () => {
    const { promise: late, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(() => reject(new Error('The bus does not say how far its groups are.')), PATIENCE_MS)
    return Promise.race([bus.lag(), late]).finally(() => clearTimeout(timer))
  }
  metrics.beforeScrape(async () => {
    const lags = await measure().catch(() => [])
    metrics.eventsBehind.reset()
    for (const { group, topic, behind } of lags) {
      if (owner === undefined || group.startsWith(`${owner}.`)) metrics.eventsBehind.set({ group, topic }, behind)
    }
  })
}
