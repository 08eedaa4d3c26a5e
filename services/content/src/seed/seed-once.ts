import { type Aggregate, type Database, ensureIndexes, openDatabase } from '@pmq/platform/documents'
import type { Log } from '@pmq/platform/log'
import { createContentStores } from '../stores.ts'
import { seedContents } from './seed-contents.ts'

type Options = { documentsUri: string; clock: () => Date; log: Log }
type Mark = Aggregate & { at: Date }

/** Loads the first contents when there were none. A first start that was killed goes on where it was. */
export const seedOnce = (options: Options): Promise<void> =>
  withContent(options, async (database) => {
    const marks = database.collection<Mark>('seeds', { at: Date })
    if (await marks.get('first-contents')) return
    await load(database, options)
    await marks.insert({ state: { id: 'first-contents', version: 0, at: options.clock() } })
  })

/** Adds the contents that are missing, and changes nothing that exists. @returns how many were added */
export const seedNow = (options: Options): Promise<number> =>
  withContent(options, (database) => load(database, options))

async function withContent<Result>(options: Options, work: (database: Database) => Promise<Result>): Promise<Result> {
  const { documentsUri: uri, clock, log } = options
  const database = await openDatabase({ uri, name: 'content', source: '/services/content', clock, log })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

async function load(database: Database, { clock, log }: Options): Promise<number> {
  const stores = createContentStores(database)
  await ensureIndexes(database)
  const added = await seedContents(stores, clock)
  log.info({ added }, 'first contents')
  return added
}
