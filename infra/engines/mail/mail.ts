import { join } from 'node:path'
import { answersOk, firstAnswer, HOST } from '../ask.ts'
import type { Engine } from '../engine.ts'
import { secrets } from '../environment.ts'
import { installOnce } from '../install-once.ts'
import { findJava } from '../java.ts'
import { smallJvm } from '../java-launcher.ts'
import { fetchArtifact } from '../maven.ts'
import { versions } from '../versions.ts'

const version = versions.greenmail
const jar = `greenmail-standalone-${version}.jar`

const begins = async (port: number, greeting: string) =>
  (await firstAnswer(port, undefined, greeting.length)).toString('latin1').startsWith(greeting)

/** SMTP and IMAP in one, in memory: whoever is written to gets a mailbox, whose name and password are the address. */
export const mail: Engine = {
  name: 'mail',
  title: `SMTP and IMAP (greenmail ${version})`,
  ports: (ports) => [ports.smtp, ports.imap, ports.mailApi],
  install({ cache }, say) {
    const artifact = `com.icegreen:greenmail-standalone:${version}`
    const make = (folder: string) => fetchArtifact(folder, artifact)
    return installOnce(cache, { engine: 'mail', version, ingredients: [artifact], make }, say)
  },
  async launch(installed, _folder, ports) {
    const java = await findJava(17)
    const { user, password } = secrets.bounces
    const settings = {
      'smtp.hostname': HOST,
      'smtp.port': ports.smtp,
      'imap.hostname': HOST,
      'imap.port': ports.imap,
      'api.hostname': HOST,
      'api.port': ports.mailApi,
      'startup.timeout': 20_000, // milliseconds; its own two seconds are too few on a machine at work
      'users.login': 'email',
      users: `${user.replace('@', `:${password}@`)}`,
    }
    return {
      command: join(java.home, 'bin', 'java'),
      args: [
        ...smallJvm('128m'),
        ...Object.entries(settings).map(([name, value]) => `-Dgreenmail.${name}=${value}`),
        '-jar',
        join(installed, jar),
      ],
    }
  },
  answers: async ({ smtp, imap, mailApi }) =>
    (await begins(smtp, '220')) &&
    (await begins(imap, '* OK')) &&
    (await answersOk(`http://${HOST}:${mailApi}/api/service/readiness`)),
  startWithinMs: 60_000,
}
