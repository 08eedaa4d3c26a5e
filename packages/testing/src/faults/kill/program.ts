// Run by the harnesses of this folder, which kill it: the whole chain in one process, on embedded engines. It takes its
// options as JSON, says where it listens, and ends itself at the step that it is told.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startDocuments } from '@pmq/embedded/documents'
import { startEvents } from '@pmq/embedded/events'
import { startSearch } from '@pmq/embedded/search'
import type { Database } from '@pmq/platform/documents'
import { silentLog } from '@pmq/platform/log'
import { createMetrics } from '@pmq/platform/metrics'
import { startService } from '@pmq/platform/service'
import { createFaultPoints, watchBus, watchDocuments, watchSearch } from './fault-points.ts'
import { type Hooks, notesService } from './notes-service.ts'
import type { ProgramOptions } from './start-program.ts'
import { stateOf } from './state.ts'
import { spoilBus, spoilers } from './variants.ts'

const { dataDir, alone, aheadMs, variant } = JSON.parse(process.argv[2] ?? '{}') as ProgramOptions
const inHand = new Set<string>()
const points = createFaultPoints(() => ({ inHand: [...inHand] }))
const clock = () => new Date(Date.now() + aheadMs)
let mended = false
let database: Database | undefined

const [documents, events, search] = await Promise.all([
  startDocuments({ dataDir: join(dataDir, 'documents'), port: 0 }),
  startEvents({ dataDir: join(dataDir, 'events') }),
  startSearch({ dataDir: join(dataDir, 'search') }),
])
const hooks: Hooks = {
  opened(opened) {
    database = opened
    watchDocuments(opened.connection, points)
    // A record in the inbox ends the moment in which a repetition would not be noticed.
    opened.connection.getClient().on('commandStarted', ({ command, requestId }) => {
      if (command.insert !== 'inbox') return
      recording.set(
        requestId,
        command.documents.map(({ _id }: { _id: string }) => _id),
      )
    })
    opened.connection.getClient().on('commandSucceeded', ({ requestId }) => {
      for (const key of recording.get(requestId) ?? []) {
        const [consumer, eventId] = key.split('~')
        if (consumer === 'tally' && eventId) inHand.delete(eventId)
      }
      recording.delete(requestId)
    })
    spoilers[variant]?.(opened)
  },
  async effect(eventId, work) {
    inHand.add(eventId)
    if (variant === 'inbox-records-first') void delay(50).then(work)
    else await work()
  },
  isMended: () => mended,
  store: async (work, early) => {
    if (variant !== 'store-acknowledges-first') return work()
    void delay(50).then(work)
    return early
  },
}
const recording = new Map<number, string[]>()

const bus = watchBus(spoilBus(events.bus, variant, points), points)
const running = await startService(notesService(hooks), {
  documentsUri: `${documents.uri}&monitorCommands=true`,
  bus: {
    ...bus,
    subscribe: (options) =>
      bus.subscribe({
        ...options,
        async handle(event) {
          await options.handle(event)
          if (options.group === 'faults.tally') inHand.delete(event.id)
        },
      }),
  },
  search: watchSearch(search.engine, points),
  verifier: { verify: async () => ({ subject: 'admin', name: 'admin', username: 'admin', roles: ['admin'] }) },
  metrics: createMetrics(),
  log: silentLog(),
  clock,
  alone,
})

const control: Record<string, (body: { label?: string; occurrence?: number; scenario?: string }) => unknown> = {
  arm: ({ label, occurrence = 1 }) => points.arm(label, occurrence),
  mend: () => (mended = true),
  spoil: () => (mended = false),
  counts: () => points.counts(),
  state: ({ scenario }) =>
    stateOf({ database: database as Database, bus: events.bus, search: search.engine, scenario, now: clock() }),
}

async function answer(req: IncomingMessage, res: ServerResponse): Promise<unknown> {
  const asked = /^\/control\/(\w+)$/.exec(req.url ?? '')?.[1]
  if (!asked) {
    const end = res.end.bind(res)
    res.end = ((...args: Parameters<typeof end>) => {
      points.step('answer')
      return end(...args)
    }) as typeof res.end
    return running.router(req as never, res as never, () => res.writeHead(404).end())
  }
  let text = ''
  for await (const chunk of req) text += chunk
  const said = await control[asked]?.(JSON.parse(text || '{}'))
  return res.setHeader('content-type', 'application/json').end(JSON.stringify(said ?? null))
}

const server = createServer((req, res) => {
  answer(req, res).catch((error) => res.writeHead(500).end(String(error)))
})
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port })}\n`),
)
