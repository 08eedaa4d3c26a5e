import kafkajs, { type Admin } from 'kafkajs'
import { createAdministrator, createKafka, type KafkaOptions } from './kafka-client.ts'
import { type TopicOptions, topicConfig, untilLed } from './kafka-topics.ts'

export type TopicWanted = { name: string; keep: NonNullable<TopicOptions['keep']> }

/**
 * Creates the topics that are missing and corrects what the others keep. The number of partitions of a topic that
 * exists is left as it is: more of them would part the events of one subject.
 * @returns what it changed, in words
 * @throws the broker's error when it refuses or does not answer
 */
export async function settleTopics(
  options: KafkaOptions & Pick<TopicOptions, 'partitions' | 'replicationFactor'>,
  wanted: readonly TopicWanted[],
): Promise<string[]> {
  const administrator = createAdministrator(createKafka(options))
  const configs = wanted.map(({ name, keep }) => topicConfig(name, { ...options, keep }))
  try {
    return await administrator.ask(async (admin) => {
      const existing = new Set(await admin.listTopics())
      const missing = configs.filter(({ topic }) => !existing.has(topic))
      if (missing.length > 0) await admin.createTopics({ waitForLeaders: true, topics: missing })
      for (const { topic } of missing) await untilLed(admin, topic)
      const differing = await configsThatDiffer(
        admin,
        configs.filter(({ topic }) => existing.has(topic)),
      )
      if (differing.length > 0) await admin.alterConfigs({ validateOnly: false, resources: differing.map(resourceOf) })
      return [
        ...missing.map(({ topic }) => `topic ${topic}`),
        ...differing.map(({ topic }) => `what topic ${topic} keeps`),
      ]
    })
  } finally {
    await administrator.close()
  }
}

const TOPIC = kafkajs.ConfigResourceTypes.TOPIC

type Config = ReturnType<typeof topicConfig>

const resourceOf = ({ topic, configEntries = [] }: Config) => ({
  type: TOPIC,
  name: topic,
  configEntries: configEntries.map(({ name, value }) => ({ name, value })),
})

async function configsThatDiffer(admin: Admin, configs: Config[]): Promise<Config[]> {
  if (configs.length === 0) return []
  const resources = configs.map(({ topic }) => ({ type: TOPIC, name: topic }))
  const { resources: described } = await admin.describeConfigs({ resources, includeSynonyms: false })
  return configs.filter(({ topic, configEntries = [] }) => {
    const entries = described.find(({ resourceName }) => resourceName === topic)?.configEntries ?? []
    const now = new Map(entries.map(({ configName, configValue }) => [configName, configValue]))
    return configEntries.some(({ name, value }) => now.get(name) !== value)
  })
}
