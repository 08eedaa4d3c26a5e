import assert from 'node:assert/strict'
import mongoose from 'mongoose'
import { eventually } from '../eventually/index.ts'

const inPublic = ['sections', 'communes', 'chantiers', 'articles']

/** Waits until the first contents, which are all public, have gone through outbox and events into the search. */
export async function allIsFound(portal: string, engines: Record<string, string>): Promise<void> {
  const connection = await mongoose.createConnection(engines.MONGODB_URI ?? '').asPromise()
  try {
    const content = connection.useDb('content')
    const counts = await Promise.all(inPublic.map((name) => content.collection(name).countDocuments()))
    const wanted = counts.reduce((sum, count) => sum + count, 0)
    const found = async () => {
      const answer = await fetch(`${portal}/api/search?perPage=1`)
      assert.equal(((await answer.json()) as { total: number }).total, wanted, 'documents in the search')
    }
    await eventually(found, { within: 60_000, every: 200 })
  } finally {
    await connection.close()
  }
}
