export { createKafkaBus, type KafkaBusOptions } from './kafka-bus.ts'
export { settleTopics, type TopicWanted } from './settle-topics.ts'
