import type { PublicDocument } from '@pmq/contracts/content'
import { type CloudEvent, topicOf } from '@pmq/platform/events'
import type { IndexFields, SearchDocument, SearchEngine, SearchIndex } from '@pmq/platform/search'

const fields = {
  title: { type: 'text', boost: 4, suggest: true },
  summary: { type: 'text', boost: 2 },
  text: { type: 'text' },
  keywords: { type: 'text', boost: 2 },
  site: { type: 'keyword' },
  kind: { type: 'keyword' },
  section: { type: 'keyword' },
  tag: { type: 'keyword' },
  archived: { type: 'keyword' },
  publishedAt: { type: 'date' },
  path: { type: 'stored' },
  sectionTitle: { type: 'stored' },
} as const satisfies IndexFields

export type PublicFields = typeof fields
export type PublicIndex = SearchIndex<PublicFields>

/** Everything public, of all sites. Raise `version` when the fields change: the index is then built anew at start. */
export const openPublicIndex = (engine: SearchEngine): Promise<PublicIndex> =>
  engine.index({ name: 'public', version: 2, fields })

/** A section and an article may have the same id: what an event is about is its topic and its subject. */
export const indexIdOf = ({ type, subject }: Pick<CloudEvent, 'type' | 'subject'>): string =>
  `${topicOf(type)}:${subject}`

/** The id that the owner of a document knows it by. */
export const subjectOf = (indexId: string): string => indexId.slice(indexId.indexOf(':') + 1)

/** What is indexed of an event's document. */
export const indexedOf = ({
  type,
  subject,
  sequence,
  data,
}: CloudEvent<PublicDocument>): SearchDocument<PublicFields> => ({
  id: indexIdOf({ type, subject }),
  version: sequence,
  fields: {
    title: data.title,
    summary: data.summary,
    text: data.text,
    keywords: data.tags.join('\n'),
    site: data.site,
    kind: data.kind,
    tag: data.tags,
    archived: data.archived ? 'yes' : 'no',
    path: data.path,
    ...(data.section ? { section: data.section.id, sectionTitle: data.section.title } : {}),
    ...(data.publishedAt ? { publishedAt: data.publishedAt } : {}),
  },
})
