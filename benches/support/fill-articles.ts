import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { firstContents } from '@pmq/content/seed'
import { articlePublished } from '@pmq/contracts/content'
import { startDocuments } from '@pmq/embedded/documents'
import { startEvents } from '@pmq/embedded/events'
import type { CloudEvent } from '@pmq/platform/events'
import { toText } from '@pmq/rich-text'
import mongoose from 'mongoose'

export type Filling = {
  /** Data folder of a platform that has never been started. */
  dataDir: string
  count: number
  /** Text of one paragraph, and how many of them an article has. */
  paragraph: string
  paragraphs: number
  /** What articles may be about; each has two, turn by turn. */
  tags: readonly string[]
}

const batch = 500
const firstDay = Date.UTC(2019, 0, 1)

/**
 * Puts published articles into the embedded engines, as if they had been written and published one after the other:
 * documents and the events from which the search index is built at the first start.
 * @returns the addresses of the articles, all on the portal
 */
export async function fillArticles({ dataDir, count, paragraph, paragraphs, tags }: Filling): Promise<string[]> {
  const sections = firstContents().sections.filter(({ site, shows }) => site === 'portal' && shows === 'contents')
  const body = {
    type: 'doc' as const,
    content: Array.from({ length: paragraphs }, () => ({
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text: paragraph }],
    })),
  }
  const documents = await startDocuments({ dataDir: join(dataDir, 'documents'), port: 0 })
  const events = await startEvents({ dataDir: join(dataDir, 'events') })
  const connection = await mongoose.createConnection(documents.uri, { dbName: 'content' }).asPromise()
  const paths: string[] = []
  try {
    const collection = connection.collection<{ _id: string }>('articles')
    for (let start = 0; start < count; start += batch) {
      const rows: (Record<string, unknown> & { _id: string })[] = []
      const told: CloudEvent[] = []
      for (let number = start; number < Math.min(count, start + batch); number += 1) {
        const section = sections[number % sections.length]
        if (!section) throw new Error('The seed has no section for articles.')
        const at = new Date(firstDay + number * 3_600_000)
        const shown = {
          site: 'portal' as const,
          kind: 'article' as const,
          title: `Article ${number} mobilité et énergie`,
          summary: 'Ce que le Pays a fait cette année, et ce que vous pouvez faire.',
          tags: [0, 1].flatMap((nth) => tags[(number + nth) % tags.length] ?? []),
          path: `${section.path}/article-${number}`,
        }
        const _id = `bench-${number}`
        const stamps = { publishedAt: at, withdrawAt: null, createdAt: at, updatedAt: at, updatedBy: 'Banc d’essai' }
        const state = { state: 'published', formerPaths: [], position: 0, author: '', chantier: null, deletedAt: null }
        const stored = { version: 1, outbox: [], outboxPending: false, outboxLease: null }
        rows.push({
          _id,
          ...shown,
          section: section.id,
          slug: `article-${number}`,
          body,
          ...state,
          ...stamps,
          ...stored,
        })
        told.push({
          ...{ specversion: '1.0', id: randomUUID(), source: '/services/content', type: articlePublished.type },
          ...{ subject: _id, time: at.toISOString(), sequence: 1, datacontenttype: 'application/json' },
          data: articlePublished.schema.parse({
            ...shown,
            text: toText(body),
            section: { id: section.id, title: section.title },
            publishedAt: at.toISOString(),
            archived: false,
          }),
        })
        paths.push(shown.path)
      }
      await Promise.all([collection.insertMany(rows), events.bus.publish(told)])
    }
  } finally {
    await connection.close()
    await Promise.all([documents.close(), events.close()])
  }
  return paths
}
