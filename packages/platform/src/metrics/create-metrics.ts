import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What a process counts, in the Prometheus text format. */
export type Metrics = {
  registry: Registry
  /** Seconds a route took, by service, route and status. */
  httpSeconds: Histogram<'service' | 'route' | 'status'>
  eventsHandled: Counter<'service' | 'consumer' | 'outcome'>
  eventsPublished: Counter<'service'>
  /** Events a consumer group has still to digest, by topic; see `watchLag`. */
  eventsBehind: Gauge<'group' | 'topic'>
  /** Measured when the metrics are asked for. What it throws fails the scrape. */
  beforeScrape(measure: () => Promise<void>): void
}

/** One per process; `service` labels tell its services apart. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const measures: (() => Promise<void>)[] = []
  return {
    registry,
    httpSeconds: new Histogram({
      name: 'http_request_seconds',
      help: 'Time to answer, by route',
      labelNames: ['service', 'route', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
      registers,
    }),
    eventsHandled: new Counter({
      name: 'events_handled_total',
      help: 'Events by consumer and outcome',
      labelNames: ['service', 'consumer', 'outcome'],
      registers,
    }),
    eventsPublished: new Counter({
      name: 'events_published_total',
      help: 'Events moved from outboxes to the bus',
      labelNames: ['service'],
      registers,
    }),
    eventsBehind: new Gauge({
      name: 'events_behind',
      help: 'Events a consumer group has still to digest',
      labelNames: ['group', 'topic'],
      registers,
      async collect() {
        await Promise.all(measures.map((measure) => measure()))
      },
    }),
    beforeScrape: (measure) => void measures.push(measure),
  }
}
