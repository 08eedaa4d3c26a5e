import { join } from 'node:path'
import { answersOk, HOST } from '../ask.ts'
import type { Engine } from '../engine.ts'
import { buildGoProgram } from '../go.ts'
import { installOnce } from '../install-once.ts'
import { versions } from '../versions.ts'
import { proxiesOf } from './proxies.ts'
import { callToxiproxy } from './toxiproxy-api.ts'

const version = versions.toxiproxy

/** A proxy before each engine, that cuts, slows down and resets connections when told. */
export const toxiproxy: Engine = {
  name: 'toxiproxy',
  title: `TCP faults (toxiproxy ${version})`,
  ports: (ports) => [ports.toxiproxy, ...Object.values(ports.proxied)],
  install({ cache }, say) {
    const target = `github.com/Shopify/toxiproxy/v2/cmd/server@${version}`
    const flags = `-X github.com/Shopify/toxiproxy/v2.Version=${version.slice(1)}`
    const make = (folder: string) => buildGoProgram(folder, 'toxiproxy', target, flags)
    return installOnce(cache, { engine: 'toxiproxy', version, ingredients: [target, flags], make }, say)
  },
  async launch(installed, _folder, ports) {
    return { command: join(installed, 'toxiproxy'), args: ['-host', HOST, '-port', String(ports.toxiproxy)] }
  },
  answers: (ports) => answersOk(`http://${HOST}:${ports.toxiproxy}/version`),
  // Leaves a proxy as it is, faults included, when it leads already where it should.
  settle: async ({ ports }) => {
    await callToxiproxy(ports, 'POST', '/populate', proxiesOf(ports))
  },
  startWithinMs: 20_000,
}
