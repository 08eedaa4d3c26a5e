export { createMetrics, type Metrics } from './create-metrics.ts'
export { watchLag } from './watch-lag.ts'
