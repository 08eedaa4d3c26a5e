import { GenericContainer, Wait } from 'testcontainers'
import { documentsContract } from './index.ts'

/** The genuine server, where Docker answers; alone, as a replica set of one it would allow what we do not use. */
documentsContract('genuine MongoDB', {
  async connect() {
    const container = await new GenericContainer('mongo:8.0.15')
      .withExposedPorts(27017)
      .withWaitStrategy(Wait.forLogMessage('Waiting for connections'))
      .start()
    return {
      uri: `mongodb://${container.getHost()}:${container.getMappedPort(27017)}/?directConnection=true&retryWrites=false`,
      stop: async () => void (await container.stop()),
    }
  },
})
