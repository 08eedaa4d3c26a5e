import { silentLog } from '@pmq/platform/log'
import { createElasticsearchEngine } from '@pmq/platform/search/elasticsearch'
import { GenericContainer, Wait } from 'testcontainers'
import { searchContract } from './index.ts'

/** The genuine engine, where Docker answers. */
searchContract('genuine Elasticsearch', {
  async start() {
    const container = await new GenericContainer('docker.elastic.co/elasticsearch/elasticsearch:9.2.1')
      .withEnvironment({
        'discovery.type': 'single-node',
        'xpack.security.enabled': 'false',
        'cluster.routing.allocation.disk.threshold_enabled': 'false',
        ES_JAVA_OPTS: '-Xms512m -Xmx512m',
      })
      .withExposedPorts(9200)
      .withWaitStrategy(Wait.forHttp('/_cluster/health?wait_for_status=yellow', 9200))
      .withStartupTimeout(180_000)
      .start()
    const url = `http://${container.getHost()}:${container.getMappedPort(9200)}`
    const engine = createElasticsearchEngine({ url, engine: 'elasticsearch', log: silentLog() })
    return {
      engine,
      async stop() {
        await engine.close()
        await container.stop()
      },
    }
  },
})
