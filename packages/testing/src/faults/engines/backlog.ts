import assert from 'node:assert/strict'
import { engineEnvironment } from '@pmq/infra/engines'
import { createKafkaBus } from '@pmq/platform/bus/kafka'
import { silentLog } from '@pmq/platform/log'
import mongoose from 'mongoose'
import { eventually } from '../../eventually/index.ts'
import { type Article, isFound } from './editor.ts'
import type { Stage } from './stage.ts'

type Named = { word: string; article: Article }

/**
 * Waits until every outbox is empty and the search shows each article once, under its last title.
 * @returns after how many ms it was so
 * @throws when it is not so in time: something was lost, or nobody tells it
 */
export async function untilToldToAll({ ask, engines }: Stage, named: Named[], within: number): Promise<number> {
  const begun = performance.now()
  const left = () => Math.max(1, within - (performance.now() - begun))
  const connection = await mongoose.createConnection(engines.MONGODB_URI ?? '').asPromise()
  try {
    const articles = connection.useDb('content').collection('articles')
    const isEmpty = async () => assert.equal(await articles.countDocuments({ outboxPending: true }), 0, 'outboxes')
    await eventually(isEmpty, { within: left(), every: 100 })
  } finally {
    await connection.close()
  }
  for (const { word, article } of named) await isFound(ask, word, article.title, left())
  return Math.round(performance.now() - begun)
}

/** Every change of these articles is in their topic, first told in the order in which it was made. */
export async function assertToldInOrder(articles: Article[]): Promise<void> {
  const { KAFKA_BROKERS = '' } = engineEnvironment()
  const bus = createKafkaBus({ brokers: [KAFKA_BROKERS], clientId: 'faults', log: silentLog() })
  const told = new Map<string, number[]>()
  try {
    await bus.replay({
      topics: ['content.article'],
      async handle({ subject, sequence }) {
        const before = told.get(subject) ?? []
        if (!before.includes(sequence)) told.set(subject, [...before, sequence])
      },
    })
  } finally {
    await bus.close()
  }
  for (const { id, version } of articles) {
    const sequences = told.get(id) ?? []
    assert.equal(sequences.at(-1), version, `the last version of ${id}`)
    assert.deepEqual(
      sequences,
      [...sequences].sort((a, b) => a - b),
      `the versions of ${id}`,
    )
    assert.equal(sequences.length, version - (sequences[0] ?? 0) + 1, `a version of ${id} was lost: ${sequences}`)
  }
}
