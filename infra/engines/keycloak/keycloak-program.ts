import { join } from 'node:path'

/**
 * What Keycloak's own `kc.sh` passes to Java. The script keeps a shell before the program, which would take our signals
 * in its place.
 * @param installed where the jars are
 * @param home where Keycloak looks for its configuration and writes its data
 */
export const keycloakProgram = (installed: string, home: string): string[] => [
  '-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory',
  '-Dfile.encoding=UTF-8',
  '-Djava.security.egd=file:/dev/urandom',
  ...['util', 'util.concurrent', 'security', 'lang'].map((name) => `--add-opens=java.base/java.${name}=ALL-UNNAMED`),
  '--enable-native-access=ALL-UNNAMED',
  '-Duser.language=en', // of the log; pages have their own
  '-Duser.country=US',
  `-Dkc.home.dir=${home}`,
  `-Djboss.server.config.dir=${join(home, 'conf')}`,
  '-Djava.util.logging.manager=org.jboss.logmanager.LogManager',
  '-Dpicocli.disable.closures=true',
  '-Dquarkus-log-max-startup-records=10000',
  '-cp',
  join(installed, 'lib', 'quarkus-run.jar'),
  'io.quarkus.bootstrap.runner.QuarkusEntryPoint',
]
