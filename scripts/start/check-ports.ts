import { createServer } from 'node:net'
import { listen } from '@pmq/embedded/listen'
import type { StartSettings } from './settings.ts'
import { StartProblem } from './start-problem.ts'

type Port = keyof StartSettings['ports']

/** What each port is for, in the words of the message. */
const uses: Record<Port, string> = {
  gateway: 'les sites',
  identity: 'la connexion',
  objects: 'les fichiers',
  smtp: 'les messages',
  documents: 'les données',
}

/**
 * Tells all at once which ports are taken, before anything is built or written.
 * @throws StartProblem
 */
export async function checkPorts({ ports, addresses }: Pick<StartSettings, 'ports' | 'addresses'>): Promise<void> {
  const taken = await takenOf(ports, addresses)
  if (taken.length === 0) return
  const list = taken.map((name) => `${ports[name]} (${uses[name]})`).join(', ')
  const [said, free] = [taken.length > 1 ? 'Des ports sont déjà pris' : 'Un port est déjà pris', await freeFrom(ports)]
  throw new StartProblem(
    `${said} par un autre programme\u00a0: ${list}.\nChoisissez un autre groupe de ports, par exemple\u00a0: PORT=${free} npm start (Port taken. The other ports follow PORT.)`,
  )
}

async function takenOf(ports: StartSettings['ports'], addresses: readonly string[]): Promise<Port[]> {
  const names = Object.keys(ports) as Port[]
  const free = await Promise.all(names.map((name) => isFree(ports[name], addresses)))
  return names.filter((_, index) => !free[index])
}

/** The first port of a group that is free, for the message to name one that works. */
async function freeFrom({ gateway }: StartSettings['ports']): Promise<number> {
  for (let port = gateway + 100; port < 65_000; port += 100) {
    const group = { gateway: port, identity: port + 1, objects: port + 2, smtp: port + 3, documents: port + 4 }
    if ((await takenOf(group, ['127.0.0.1'])).length === 0) return port
  }
  return 9080
}

async function isFree(port: number, addresses: readonly string[]): Promise<boolean> {
  try {
    const { servers } = await listen(createServer, { port, addresses })
    await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false
    throw error // not allowed, for example: the engine that needs it will say so
  }
}
