import { busContract } from './index.ts'
import { startKafkaFixture } from './kafka-fixture.ts'

busContract('Kafka', {
  async start() {
    const kafka = await startKafkaFixture()
    let bus = kafka.open()
    return {
      bus,
      // The broker lives on; killing it is another test's business.
      async restart() {
        await bus.close()
        bus = kafka.open()
        return bus
      },
      stop: kafka.stop,
    }
  },
})
