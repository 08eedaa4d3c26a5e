import type { SiteId } from '@pmq/contracts/content'
import type { Database, Filter, FindOptions } from '@pmq/platform/documents'
import { type Article, type ArticleHead, headFields, isPublic } from './article.ts'

export type ArticleStore = ReturnType<typeof createArticleStore>

const visible = { state: { $in: ['published', 'archived'] } }
const newest = { publishedAt: -1, _id: 1 } as const

export function createArticleStore(database: Database) {
  const articles = database.collection<Article>(
    'articles',
    {
      site: { type: String, required: true },
      section: { type: String, required: true },
      kind: { type: String, required: true },
      title: { type: String, required: true },
      slug: { type: String, required: true },
      summary: { type: String, default: '' },
      body: { type: {}, required: true },
      position: { type: Number, default: 0 },
      tags: { type: [String], default: [] },
      author: { type: String, default: '' },
      chantier: { type: String, default: null },
      state: { type: String, required: true },
      path: { type: String, required: true },
      formerPaths: { type: [String], default: [] },
      publishedAt: { type: Date, default: null },
      withdrawAt: { type: Date, default: null },
      createdAt: { type: Date, required: true },
      updatedAt: { type: Date, required: true },
      updatedBy: { type: String, default: '' },
    },
    [
      { fields: { site: 1, path: 1 }, unique: true },
      { fields: { site: 1, formerPaths: 1 } },
      // Lists, in their order; counted without a look at the documents. All that is found is alive: `deletedAt` is null.
      { fields: { site: 1, kind: 1, state: 1, deletedAt: 1, publishedAt: -1, _id: 1 } },
      { fields: { section: 1, kind: 1, state: 1, deletedAt: 1, publishedAt: -1, _id: 1 } },
      { fields: { deletedAt: 1, updatedAt: -1, _id: 1 } },
      { fields: { state: 1, publishedAt: 1 } },
      { fields: { state: 1, withdrawAt: 1 } },
      { fields: { site: 1, tags: 1, state: 1, deletedAt: 1, publishedAt: -1, _id: 1 } },
      { fields: { chantier: 1 } },
    ],
  )
  /** Two questions, for two indexes. */
  const due = (now: Date): Filter[] => [
    { state: 'scheduled', publishedAt: { $lte: now } },
    { state: 'published', withdrawAt: { $lte: now, $ne: null } },
  ]

  const heads = (filter: Filter, options?: FindOptions): Promise<ArticleHead[]> =>
    articles.findOnly(headFields, filter, options)

  return {
    get: articles.get,
    insert: articles.insert,
    commit: articles.commit,
    remove: articles.remove,
    find: (filter: Filter, options?: FindOptions) => articles.find(filter, options),
    count: articles.count,
    /** The public article at an address. */
    async publicAt(site: SiteId, path: string) {
      const article = await articles.findOne({ site, path })
      return article && isPublic(article) ? article : undefined
    },
    /** The public article that had this address before. */
    publicFormerlyAt: (site: SiteId, path: string) => articles.findOne({ site, formerPaths: path, ...visible }),
    inSection: (section: string) => articles.find({ section }),
    countInSection: (section: string) => articles.count({ section }),
    pagesOf: (section: string) => heads({ section, kind: 'page', ...visible }, { sort: { position: 1, title: 1 } }),
    /** News: dated, not archived, newest first. */
    async news(filter: Filter, { skip = 0, limit = 10 } = {}) {
      const query = { ...filter, kind: 'article', state: 'published' }
      const [items, total] = await Promise.all([heads(query, { sort: newest, skip, limit }), articles.count(query)])
      return { items, total }
    },
    /** Public contents of a site that share a tag with this one: of the newest, those that share most first. */
    async similarTo(article: Article, limit = 4) {
      if (article.tags.length === 0) return []
      const candidates = await heads(
        { site: article.site, tags: { $in: article.tags }, ...visible },
        { sort: newest, limit: 3 * limit },
      )
      const shared = (other: ArticleHead) => other.tags.filter((tag) => article.tags.includes(tag)).length
      return candidates
        .filter(({ id }) => id !== article.id)
        .sort((a, b) => shared(b) - shared(a))
        .slice(0, limit)
    },
    linkedTo: (chantier: string) => heads({ chantier, ...visible }, { sort: newest, limit: 50 }),
    publicOf: (site: SiteId) => heads({ site, ...visible }, { sort: { path: 1 } }),
    async anyDue(now: Date) {
      const found = await Promise.all(due(now).map((filter) => articles.findOnly(['id'], filter, { limit: 1 })))
      return found.flat().length > 0
    },
    async dueAt(now: Date) {
      const found = await Promise.all(due(now).map((filter) => articles.find(filter, { limit: 200 })))
      return found.flat()
    },
  }
}
