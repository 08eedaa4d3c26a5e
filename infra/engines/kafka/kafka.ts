import { randomBytes } from 'node:crypto'
import { access, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { firstAnswer } from '../ask.ts'
import type { Engine } from '../engine.ts'
import { installOnce } from '../install-once.ts'
import { findJava } from '../java.ts'
import { smallJvm } from '../java-launcher.ts'
import { type Artifact, fetchJars, pomOf } from '../maven.ts'
import { runTool } from '../run-tool.ts'
import { versions } from '../versions.ts'
import { loggingProperties, serverProperties } from './server-properties.ts'

const { artifact, version, log4j } = versions.kafka

const artifacts: Artifact[] = [
  {
    group: 'org.apache.kafka',
    artifact,
    version,
    // Named as a dependency, never published, and of no use to the broker.
    exclude: [{ group: 'org.apache.kafka', artifact: 'kafka-tools-api' }],
  },
  { group: 'org.apache.logging.log4j', artifact: 'log4j-core', version: log4j },
  { group: 'org.apache.logging.log4j', artifact: 'log4j-slf4j-impl', version: log4j },
]

/** Metadata, version 1, of no topic: size, key 3, version 1, correlation 7, no client, no topics. */
const metadataRequest = Buffer.from('0000000e' + '0003' + '0001' + '00000007' + 'ffff' + '00000000', 'hex')

/** Apache Kafka, one KRaft node. */
export const kafka: Engine = {
  name: 'kafka',
  title: `Kafka ${version}`,
  ports: (ports) => [ports.kafka, ports.kafkaController, ports.kafkaBehindProxy],
  install({ cache }, say) {
    const pom = pomOf('kafka', artifacts)
    return installOnce(
      cache,
      { engine: 'kafka', version, ingredients: [pom], make: (folder) => fetchJars(folder, pom) },
      say,
    )
  },
  async launch(installed, folder, ports) {
    const { home } = await findJava(17)
    const java = join(home, 'bin', 'java')
    const properties = join(folder, 'server.properties')
    const logging = join(folder, 'log4j2.properties')
    await mkdir(join(folder, 'data'), { recursive: true })
    await writeFile(properties, serverProperties(folder, ports))
    await writeFile(logging, loggingProperties)
    const run = ['-cp', join(installed, 'lib', '*'), `-Dlog4j2.configurationFile=${logging}`]
    const formatted = await access(join(folder, 'data', 'meta.properties')).then(
      () => true,
      () => false,
    )
    if (!formatted) {
      const id = `k${randomBytes(16).toString('base64url').slice(0, 21)}`
      await runTool(
        java,
        [...smallJvm('256m'), ...run, 'kafka.tools.StorageTool', 'format', '-t', id, '-c', properties],
        {
          missing: `There is no ${java}.`,
        },
      )
    }
    return { command: java, args: ['-Xms64m', ...smallJvm('512m'), ...run, 'kafka.Kafka', properties] }
  },
  // An open port is too early: the broker is ready when it names itself as the one broker there is.
  async answers(ports) {
    const answer = await firstAnswer(ports.kafka, metadataRequest, 16)
    return answer.readInt32BE(4) === 7 && answer.readInt32BE(8) === 1
  },
  startWithinMs: 60_000,
}
