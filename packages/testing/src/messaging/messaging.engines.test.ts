import { startKafkaFixture } from '../bus/kafka-fixture.ts'
import { engineAddress } from '../engines/index.ts'
import { messagingContract } from './messaging-contract.ts'

messagingContract('Kafka and a MongoDB server', async () => {
  const documentsUri = engineAddress('MONGODB_URI')
  const kafka = await startKafkaFixture()
  return { documentsUri, bus: kafka.open(), stop: kafka.stop }
})
