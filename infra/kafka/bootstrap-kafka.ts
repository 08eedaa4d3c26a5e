import { type TopicPromise, topics } from '@pmq/contracts/topics'
import { settleTopics } from '@pmq/platform/bus/kafka'

export type KafkaBootstrap = Omit<Parameters<typeof settleTopics>[0], 'clientId' | 'log'> & {
  /** Those of the contracts, unless a test has its own. */
  topics?: readonly TopicPromise[]
}

const silent = { debug: () => undefined, warn: () => undefined, error: () => undefined }

/**
 * Creates the topics of the contracts that are missing, and corrects what the others keep. Idempotent.
 * @returns what it changed, in words
 */
export const bootstrapKafka = ({ topics: wanted = topics, ...options }: KafkaBootstrap): Promise<string[]> =>
  settleTopics({ ...options, clientId: 'bootstrap', log: silent }, wanted)
