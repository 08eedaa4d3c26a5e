import { mkdir, readdir, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { bootstrapKeycloak, themesFolder } from '../../keycloak/index.ts'
import { answersOk, HOST } from '../ask.ts'
import type { Engine } from '../engine.ts'
import { engineEnvironment, secrets } from '../environment.ts'
import { installOnce } from '../install-once.ts'
import { findJava } from '../java.ts'
import { smallJvm } from '../java-launcher.ts'
import { fetchArtifact } from '../maven.ts'
import { runTool } from '../run-tool.ts'
import { versions } from '../versions.ts'
import { keycloakProgram } from './keycloak-program.ts'

const version = versions.keycloak

/** Keycloak, built once for its file database, with our realm, our theme and the demo accounts. */
export const keycloak: Engine = {
  name: 'keycloak',
  title: `Keycloak ${version}`,
  ports: (ports) => [ports.keycloak, ports.keycloakManagement],
  install({ cache }, say) {
    return installOnce(
      cache,
      {
        engine: 'keycloak',
        version,
        ingredients: ['build --db=dev-file'],
        async make(folder) {
          await fetchArtifact(folder, `org.keycloak:keycloak-quarkus-dist:${version}:tar.gz`)
          const archive = join(folder, `keycloak-quarkus-dist-${version}.tar.gz`)
          await runTool('tar', ['xzf', archive, '-C', folder], { missing: 'tar is needed to unpack Keycloak.' })
          await rm(archive)
          const unpacked = join(folder, `keycloak-${version}`)
          for (const name of await readdir(unpacked)) await rename(join(unpacked, name), join(folder, name))
          const java = await findJava(17)
          say('building keycloak (about a minute, once)…')
          await runTool(
            join(java.home, 'bin', 'java'),
            [...keycloakProgram(folder, folder), 'build', '--db=dev-file'],
            {
              missing: `There is no Java in ${java.home}.`,
            },
          )
        },
      },
      say,
    )
  },
  async launch(installed, folder, ports) {
    const java = await findJava(17)
    const home = join(folder, 'home')
    // Keycloak writes below its own folder: it gets one of its own, whose unchanging parts are those of the cache.
    await mkdir(join(home, 'data'), { recursive: true })
    for (const part of ['conf', 'lib', 'providers', 'themes']) {
      await rm(join(home, part), { force: true })
      await symlink(join(installed, part), join(home, part))
    }
    return {
      command: join(java.home, 'bin', 'java'),
      args: [
        '-Xms64m',
        ...smallJvm('512m'),
        ...keycloakProgram(installed, home),
        'start',
        '--optimized',
        '--cache=local', // else it listens beyond this machine, for others like it
        '--http-enabled=true',
        `--http-host=${HOST}`,
        `--http-port=${ports.keycloak}`,
        `--http-management-port=${ports.keycloakManagement}`,
        '--hostname-strict=false',
        `--spi-theme--folder--dir=${themesFolder}`,
        '--spi-theme--cache-themes=false',
        '--spi-theme--cache-templates=false',
      ],
      env: {
        KC_BOOTSTRAP_ADMIN_USERNAME: secrets.keycloakAdmin.user,
        KC_BOOTSTRAP_ADMIN_PASSWORD: secrets.keycloakAdmin.password,
      },
    }
  },
  answers: (ports) =>
    answersOk(`http://${HOST}:${ports.keycloak}/realms/master/.well-known/openid-configuration`, 5_000),
  async settle({ ports }, say) {
    const changed = await bootstrapKeycloak({
      url: `http://${HOST}:${ports.keycloak}`,
      ...secrets.keycloakAdmin,
      env: { ...engineEnvironment(ports), SMTP_HOST: HOST, SMTP_PORT: String(ports.smtp) },
      demo: true,
      // Tests sign in as everybody, from gateways at whatever port.
      secondFactor: 'off',
      redirects: ['http://localhost:*', `http://${HOST}:*`],
    })
    if (changed.length > 0) say(`keycloak: realm settled (${changed.length} changes)`)
  },
  startWithinMs: 300_000,
}
