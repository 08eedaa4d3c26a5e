export { bootstrapKafka, type KafkaBootstrap } from './bootstrap-kafka.ts'
