import { openDatabase } from '@pmq/platform/documents'
import { silentLog } from '@pmq/platform/log'

/** What the documents of a running copy hold, seen by their own protocol and not by our code's eyes. */
export type Inside = {
  /** The ids of a collection, in order. */
  ids(collection: string): Promise<string[]>
  /** Events that still wait in outboxes, of all services. */
  waiting(): Promise<number>
  deadLetters(): Promise<number>
  close(): Promise<void>
}

const services = ['content', 'search']

export async function lookInside(port: number): Promise<Inside> {
  const uri = `mongodb://127.0.0.1:${port + 4}/?directConnection=true&retryWrites=false`
  const databases = await Promise.all(
    services.map((name) => openDatabase({ uri, name, source: '', clock: () => new Date(), log: silentLog() })),
  )
  const db = (index: number) => {
    const { db } = databases[index]?.connection ?? {}
    if (!db) throw new Error('not connected')
    return db
  }
  const sum = async (count: (index: number) => Promise<number>) =>
    (await Promise.all(services.map((_, index) => count(index)))).reduce((total, one) => total + one, 0)
  return {
    async ids(collection) {
      const rows = await db(0).collection<{ _id: string }>(collection).find({}).toArray()
      return rows.map(({ _id }) => _id).sort()
    },
    waiting: () =>
      sum(async (index) => {
        const collections = await db(index).listCollections().toArray()
        const counts = collections.map(({ name }) => db(index).collection(name).countDocuments({ outboxPending: true }))
        return (await Promise.all(counts)).reduce((total, one) => total + one, 0)
      }),
    deadLetters: () => sum((index) => db(index).collection('dead-letters').countDocuments()),
    async close() {
      await Promise.all(databases.map((database) => database.close()))
    },
  }
}
