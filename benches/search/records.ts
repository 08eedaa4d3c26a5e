import { randomUUID } from 'node:crypto'
import { articlePublished } from '@pmq/contracts/content'
import type { Bus } from '@pmq/platform/bus'
import type { CloudEvent } from '@pmq/platform/events'
import { inventedWords } from '../support/invented-words.ts'

const vocabulary = inventedWords(20_000)
const batch = 1000
const sites = ['portal', 'heritage', 'scic', 'produits'] as const

/** Few words are frequent and most are rare, as in a language: the square of an even draw. */
const wordsOf = (number: number, count: number) =>
  Array.from({ length: count }, (_, nth) => {
    const even = ((number * 7_919 + nth * 104_729) % 1_000_003) / 1_000_003
    return vocabulary[Math.floor(even ** 2 * vocabulary.length)] ?? ''
  }).join(' ')

/** Publishes so many articles, out of which the search builds its index. */
export async function publishRecords(bus: Bus, count: number): Promise<void> {
  for (let first = 0; first < count; first += batch) {
    const size = Math.min(batch, count - first)
    await bus.publish(Array.from({ length: size }, (_, index) => recordOf(first + index)))
  }
}

const recordOf = (number: number): CloudEvent => ({
  specversion: '1.0',
  id: randomUUID(),
  source: '/services/content',
  type: articlePublished.type,
  subject: `record-${number}`,
  time: new Date(1_700_000_000_000 + number * 1000).toISOString(),
  sequence: 1,
  datacontenttype: 'application/json',
  data: {
    site: sites[number % sites.length],
    path: `/articles/${number}`,
    kind: number % 3 === 0 ? 'page' : 'article',
    title: wordsOf(number, 5),
    summary: wordsOf(number + 1, 12),
    text: wordsOf(number + 2, 60),
    tags: [`tag ${number % 40}`],
    section: { id: `section-${number % 60}`, title: `Rubrique ${number % 60}` },
    publishedAt: new Date(1_700_000_000_000 + number * 1000).toISOString(),
    archived: number % 10 === 0,
  },
})

/** What people type: a frequent word, rare ones, two together, a typing mistake; everything; one site only. */
export const queries: readonly string[] = Array.from({ length: 60 }, (_, number) => {
  const rare = vocabulary[(number * 331) % vocabulary.length] ?? ''
  const frequent = vocabulary[(number * 7) % 200] ?? ''
  const mistaken = `${rare.slice(0, 3)}${rare.slice(4)}`
  const text = [rare, `${frequent} ${rare}`, frequent, mistaken, ''][number % 5] ?? ''
  return `/api/search?q=${encodeURIComponent(text)}${number % 4 === 0 ? '&site=heritage' : ''}`
})
