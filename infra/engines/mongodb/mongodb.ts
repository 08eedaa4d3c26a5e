import { join } from 'node:path'
import { firstAnswer } from '../ask.ts'
import type { Engine } from '../engine.ts'
import { installOnce } from '../install-once.ts'
import { findJava } from '../java.ts'
import { classPath, compileLauncher, readSource, smallJvm } from '../java-launcher.ts'
import { type Artifact, fetchJars, pomOf } from '../maven.ts'
import { versions } from '../versions.ts'

const source = 'MongoNode.java'
const { server, slf4j } = versions.mongodb

const artifacts: Artifact[] = [
  { group: 'de.bwaldvogel', artifact: 'mongo-java-server', version: server },
  { group: 'org.slf4j', artifact: 'slf4j-simple', version: slf4j },
]

/** An OP_MSG with `{ ping: 1, $db: 'admin' }`. */
const ping = Buffer.from(
  '3300000001000000' +
    '00000000dd070000' +
    '00000000001e0000' +
    '001070696e670001' +
    '0000000224646200' +
    '0600000061646d69' +
    '6e0000',
  'hex',
)

/** A server of MongoDB's protocol in memory: a stand-in, weaker than MongoDB in ways that the README lists. */
export const mongodb: Engine = {
  name: 'mongodb',
  title: `MongoDB protocol (mongo-java-server ${server})`,
  ports: (ports) => [ports.mongodb],
  async install({ cache }, say) {
    const pom = pomOf('mongodb', artifacts)
    return installOnce(
      cache,
      {
        engine: 'mongodb',
        version: server,
        ingredients: [pom, await readSource('mongodb', source)],
        async make(folder) {
          await fetchJars(folder, pom)
          await compileLauncher(await findJava(17), folder, 'mongodb', source)
        },
      },
      say,
    )
  },
  async launch(installed, _folder, ports) {
    const java = await findJava(17)
    const places = classPath(join(installed, 'classes'), join(installed, 'lib', '*'))
    return {
      command: join(java.home, 'bin', 'java'),
      args: [
        ...smallJvm('512m'),
        '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
        '-cp',
        places,
        'MongoNode',
        String(ports.mongodb),
      ],
    }
  },
  answers: async (ports) => (await firstAnswer(ports.mongodb, ping, 30)).length >= 30,
  startWithinMs: 60_000,
}
