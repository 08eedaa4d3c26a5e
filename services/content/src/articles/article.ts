import {
  type ArticleInput,
  type ArticleState,
  articleArchived,
  articleDeleted,
  articleDrafted,
  articlePublished,
  articleRelocated,
  articleRevised,
  articleScheduled,
  articleWithdrawn,
  type PublicDocument,
} from '@pmq/contracts/content'
import { type Aggregate, type Change, change } from '@pmq/platform/documents'
import { refused } from '@pmq/platform/errors'
import { toText } from '@pmq/rich-text'

/** A page or an article of a site, and its rules. No I/O, no clock: state and command in, change and event out. */
export type Article = Aggregate &
  ArticleInput & {
    state: ArticleState
    /** Where it stands on its site: section and slug. */
    path: string
    /** Addresses it had while it was public: they lead here. */
    formerPaths: string[]
    /** When it became public, or will. */
    publishedAt: Date | null
    /** When it will be withdrawn by itself. */
    withdrawAt: Date | null
    createdAt: Date
    updatedAt: Date
    updatedBy: string
  }

/** What lists need of it; its text is long, and not among them. */
export const headFields = [
  ...([
    'id',
    'site',
    'section',
    'kind',
    'title',
    'summary',
    'tags',
    'state',
    'path',
    'publishedAt',
    'updatedAt',
  ] as const),
]
export type ArticleHead = Pick<Article, (typeof headFields)[number]>

/** Where an article stands in the tree; told by the caller, because a rule reads no store. */
export type Place = { path: string; section: { id: string; title: string } }
type Stamp = { now: Date; by: string }

export const isPublic = (article: Pick<Article, 'state'>): boolean =>
  article.state === 'published' || article.state === 'archived'

/** What the public may know of it: the content of its events. */
export const documentOf = (article: Article, place: Place): PublicDocument => ({
  site: article.site,
  path: article.path,
  kind: article.kind,
  title: article.title,
  summary: article.summary,
  text: toText(article.body),
  tags: article.tags,
  section: place.section,
  publishedAt: article.publishedAt?.toISOString() ?? null,
  archived: article.state === 'archived',
})
const hidden = ({ site, path }: Article) => ({ site, path })

/** A new draft. */
export function draftArticle(
  input: ArticleInput,
  { id, place, now, by }: Stamp & { id: string; place: Place },
): Change<Article> {
  const article: Article = {
    id,
    version: 0,
    ...input,
    state: 'draft',
    path: place.path,
    formerPaths: [],
    publishedAt: null,
    withdrawAt: null,
    createdAt: now,
    updatedAt: now,
    updatedBy: by,
  }
  return change(article, {}, { type: articleDrafted, data: hidden })
}

/** Saves what an editor typed; a public article shows it at once. An archived one must be restored first (ED-10). */
export function editArticle(
  article: Article,
  input: ArticleInput,
  { place, now, by }: Stamp & { place: Place },
): Change<Article> {
  if (article.state === 'archived')
    throw refused('article.archived', 'Cet article est archivé. Restaurez-le avant de le modifier.')
  if (input.site !== article.site)
    throw refused('article.other-site', 'Un article ne change pas de site. Créez-en un autre.')
  return save(article, { ...input, path: place.path, updatedAt: now, updatedBy: by }, place)
}

/** Its section moved: the address follows, the old one keeps leading here. */
export const relocateArticle = (article: Article, place: Place): Change<Article> =>
  save(article, { path: place.path }, place)

function save(article: Article, patch: Partial<Omit<Article, 'id' | 'version'>>, place: Place): Change<Article> {
  if (article.state === 'draft') return change(article, patch, { type: articleDrafted, data: hidden })
  if (article.state === 'scheduled') return change(article, patch, { type: articleScheduled, data: scheduled })
  const path = patch.path ?? article.path
  if (path === article.path)
    return change(article, patch, { type: articleRevised, data: (next) => documentOf(next, place) })
  const formerPaths = [...new Set([...article.formerPaths, article.path])].filter((former) => former !== path)
  return change(
    article,
    { ...patch, formerPaths },
    { type: articleRelocated, data: (next) => ({ ...documentOf(next, place), formerPath: article.path }) },
  )
}

const scheduled = (article: Article) => ({
  ...hidden(article),
  at: (article.publishedAt ?? article.updatedAt).toISOString(),
})

/** Publishes now, or at a later date; may also say when it is withdrawn. Refused from the archives (ED-10). */
export function publishArticle(
  article: Article,
  { at, withdrawAt, place, now, by }: Stamp & { at?: Date | null; withdrawAt?: Date | null; place: Place },
): Change<Article> {
  if (article.state === 'archived')
    throw refused('article.archived', 'Cet article est archivé. Restaurez-le avant de le publier.')
  if (withdrawAt && withdrawAt <= (at && at > now ? at : now)) {
    throw refused('article.withdrawn-before-published', 'La date de retrait doit venir après la date de publication.')
  }
  const stamp = { withdrawAt: withdrawAt ?? null, updatedAt: now, updatedBy: by }
  if (at && at > now) {
    if (article.state === 'published')
      throw refused('article.already-published', 'Cet article est déjà publié. Retirez-le avant de le planifier.')
    return change(
      article,
      { ...stamp, state: 'scheduled', publishedAt: at },
      { type: articleScheduled, data: scheduled },
    )
  }
  // Publishing again what is public keeps its first date: readers have seen it.
  const publishedAt = article.state === 'published' ? article.publishedAt : (at ?? now)
  return change(
    article,
    { ...stamp, state: 'published', publishedAt },
    { type: articlePublished, data: (next) => documentOf(next, place) },
  )
}

/** Takes it from the public, or cancels its schedule; it is a draft again. */
export function withdrawArticle(article: Article, { now, by }: Stamp): Change<Article> {
  if (article.state === 'draft') throw refused('article.not-published', 'Cet article n’est pas publié.')
  return change(
    article,
    { state: 'draft', publishedAt: null, withdrawAt: null, updatedAt: now, updatedBy: by },
    { type: articleWithdrawn, data: hidden },
  )
}

/** Out of the news, still found (ED-10). */
export function archiveArticle(article: Article, { place, now, by }: Stamp & { place: Place }): Change<Article> {
  if (article.state !== 'published') throw refused('article.not-published', 'Seul un article publié peut être archivé.')
  return change(
    article,
    { state: 'archived', withdrawAt: null, updatedAt: now, updatedBy: by },
    { type: articleArchived, data: (next) => documentOf(next, place) },
  )
}

/** Back from the archives, with its date. */
export function restoreArticle(article: Article, { place, now, by }: Stamp & { place: Place }): Change<Article> {
  if (article.state !== 'archived') throw refused('article.not-archived', 'Cet article n’est pas archivé.')
  return change(
    article,
    { state: 'published', updatedAt: now, updatedBy: by },
    { type: articlePublished, data: (next) => documentOf(next, place) },
  )
}

/** For good. A public article has to be withdrawn first, so that nothing public goes by a slip of the hand. */
export function deleteArticle(article: Article): Change<Article> {
  if (article.state !== 'draft')
    throw refused('article.still-public', 'Retirez d’abord cet article de la publication, puis supprimez-le.')
  return change(article, {}, { type: articleDeleted, data: hidden })
}
