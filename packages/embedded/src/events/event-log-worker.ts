import { join } from 'node:path'
import { openDatabase, openDataFolder } from '../data-folder/index.ts'
import { serveEngine } from '../engine-worker/index.ts'
import { createGroupCommit } from '../group-commit/index.ts'
import { type NewEvent, openEventLog, type Position } from './event-log.ts'

export type EventLogOptions = { dataDir: string; partitions: number }
export type EventLogMethods = ReturnType<typeof methodsOf>

/** The version of the files. Raise it when older programs could not read them. */
const FORMAT = 1
/** From here on, a topic is compacted when the engine starts. */
const LONG_TOPIC = 100_000
/** What is younger is never compacted, so that a new consumer finds a whole month; as on Kafka. */
const COMPACT_AFTER_MS = 30 * 24 * 3_600_000

function methodsOf(database: ReturnType<typeof openDatabase>, { partitions }: EventLogOptions) {
  const log = openEventLog(database, { partitions })
  const commits = createGroupCommit(database)
  return {
    append: (events: NewEvent[]) => commits.run(() => log.append(events, Date.now())),
    ensureTopics: (topics: string[]) => commits.run(() => topics.forEach(log.ensureTopic)),
    join: (group: string, topic: string) => commits.run(() => log.join(group, topic)),
    move: (positions: Position[]) => commits.run(() => log.move(positions)),
    ends: (topics: string[]) => commits.run(() => topics.map((topic) => log.ends(topic))),
    read: log.read,
    lag: log.lag,
    check: () => void database.prepare('SELECT 1').get(),
    compact: (topic: string, before: number) => commits.run(() => log.compact(topic, before)),
    compactLongTopics: async () => {
      for (const topic of log.topicsLongerThan(LONG_TOPIC)) {
        await commits.run(() => log.compact(topic, Date.now() - COMPACT_AFTER_MS))
      }
    },
    flush: () => commits.flush(),
  }
}

serveEngine(async (options: EventLogOptions) => {
  await openDataFolder(options.dataDir, 'events', FORMAT)
  const database = openDatabase(join(options.dataDir, 'events.db'))
  const methods = methodsOf(database, options)
  await methods.compactLongTopics()
  return {
    ready: undefined,
    methods,
    close() {
      methods.flush()
      database.close()
    },
  }
})
