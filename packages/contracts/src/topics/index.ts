import { contentTopics } from '../content/index.ts'

/** A topic that events travel on, and what of them stays for ever. */
export type TopicPromise = {
  name: string
  /**
   * `compact`: of the events older than a month, the last one of each subject stays; enough for who follows a state.
   * `everything`: nothing is ever deleted; for what is counted or audited (payments, traces).
   */
  keep: 'compact' | 'everything'
}

/** Every topic of the platform. Who bootstraps Kafka creates these. */
export const topics: readonly TopicPromise[] = contentTopics.map((name) => ({ name, keep: 'compact' }))
