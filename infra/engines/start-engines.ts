import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { HOST, isTaken } from './ask.ts'
import type { Engine, EngineName, Say } from './engine.ts'
import { EngineFailed } from './errors.ts'
import { underLock } from './lock.ts'
import { type OwnProcess, ownProcess } from './own-process.ts'
import { engines } from './registry.ts'
import { type EngineSettings, engineSettings } from './settings.ts'

export type StartOptions = { log?: Say; settings?: EngineSettings }

const POLL = 100 // milliseconds
const PORT_PATIENCE = 3_000 // milliseconds
const silent: Say = () => undefined

/**
 * Brings up engines side by side and resolves when each gives a real answer. Those that run already are left alone.
 * They stay when this program ends.
 * @throws the first failure, when all have come to an end: NotFetched, MissingTool, EngineFailed
 */
export async function startEngines(names: readonly EngineName[], options: StartOptions = {}): Promise<void> {
  const { log = silent, settings = engineSettings() } = options
  const ends = await Promise.allSettled(names.map((name) => startEngine(engines[name], settings, log)))
  const failures = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as Error] : []))
  if (failures.length > 1) throw new AggregateError(failures, failures.map(({ message }) => message).join('\n'))
  if (failures[0]) throw failures[0]
}

/** Fetches and builds what engines need, and starts nothing. @throws as `startEngines` */
export async function installEngines(names: readonly EngineName[], options: StartOptions = {}): Promise<void> {
  const { log = silent, settings = engineSettings() } = options
  for (const name of names) {
    await engines[name].install(settings, log) // one after the other: Go and Java compilers fill the machine by themselves
  }
}

const folderOf = (settings: EngineSettings, name: EngineName) => join(settings.data, name)

export const processOf = (settings: EngineSettings, name: EngineName): OwnProcess =>
  ownProcess(folderOf(settings, name))

async function startEngine(engine: Engine, settings: EngineSettings, say: Say): Promise<void> {
  const { ports } = settings
  const folder = folderOf(settings, engine.name)
  // Of two commands at once, the second finds what the first has started.
  await underLock(join(settings.data, `${engine.name}.lock`), async () => {
    const started = performance.now()
    const process = ownProcess(folder)
    const running = (await process.pid()) !== undefined
    if (!running) {
      const installed = await engine.install(settings, say)
      await refuseTakenPorts(engine, settings)
      await process.start(await engine.launch(installed, folder, ports))
    }
    await untilAnswers(engine, settings, process)
    await engine.settle?.(settings, say)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    say(`${engine.name}: ${running ? 'runs already' : `up in ${seconds} s`} (port ${engine.ports(ports)[0]})`)
  })
}

async function refuseTakenPorts(engine: Engine, settings: EngineSettings): Promise<void> {
  const limit = performance.now() + PORT_PATIENCE
  for (const port of engine.ports(settings.ports)) {
    // A process that was killed may hold its ports a moment longer than its place in the list of processes.
    while ((await isTaken(port)) && performance.now() < limit) await delay(POLL)
    if (!(await isTaken(port))) continue
    throw new EngineFailed(
      `${engine.name}: port ${port} of ${HOST} is taken by another program. PMQ_ENGINES_PORT moves all ports.`,
    )
  }
}

async function untilAnswers(engine: Engine, settings: EngineSettings, process: OwnProcess): Promise<void> {
  const limit = performance.now() + engine.startWithinMs
  while (!(await engine.answers(settings.ports).catch(() => false))) {
    if ((await process.pid()) === undefined) {
      throw new EngineFailed(`${engine.name} ended while it started:\n${await process.lastLines(20)}`)
    }
    if (performance.now() > limit) {
      const waited = Math.round(engine.startWithinMs / 1000)
      throw new EngineFailed(`${engine.name} does not answer after ${waited} s:\n${await process.lastLines(20)}`)
    }
    await delay(POLL)
  }
}
