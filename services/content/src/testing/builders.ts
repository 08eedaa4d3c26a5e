import { type ArticleInput, articleInput, type SectionInput } from '@pmq/contracts/content'
import { fromMarkdown } from '@pmq/rich-text'
import type { Article, Place } from '../articles/article.ts'
import type { Section } from '../sections/section.ts'

/** Builders make valid things; a test says only what matters to it. */
export const now = new Date('2026-11-21T10:00:00Z')

export const anArticleInput = (overrides: Partial<ArticleInput> = {}): ArticleInput =>
  // Parsed, so that a new field of the contract has its default here too.
  articleInput.parse({
    site: 'portal',
    section: 'portal-habiter',
    kind: 'article',
    title: 'Rénover une maison de bourg',
    slug: 'renover-une-maison-de-bourg',
    summary: 'Les aides et les conseils pour rénover.',
    body: fromMarkdown('Un **conseiller** vous reçoit à Nègrepelisse.'),
    position: 0,
    tags: ['habitat'],
    author: 'Équipe habitat',
    chantier: null,
    ...overrides,
  })

export const anArticle = (overrides: Partial<Article> = {}): Article => ({
  id: 'article-1',
  version: 3,
  ...anArticleInput(),
  state: 'draft',
  path: '/habiter/renover-une-maison-de-bourg',
  formerPaths: [],
  publishedAt: null,
  withdrawAt: null,
  createdAt: now,
  updatedAt: now,
  updatedBy: 'Camille Démo',
  ...overrides,
})

export const aPlace = (overrides: Partial<Place> = {}): Place => ({
  path: '/habiter/renover-une-maison-de-bourg',
  section: { id: 'portal-habiter', title: 'Habiter' },
  ...overrides,
})

export const aSectionInput = (overrides: Partial<SectionInput> = {}): SectionInput => ({
  site: 'portal',
  parent: null,
  slug: 'habiter',
  title: 'Habiter',
  summary: 'Se loger et rénover.',
  position: 1,
  shows: 'contents',
  inMenu: true,
  inFooter: true,
  ...overrides,
})

export const aSection = (overrides: Partial<Section> = {}): Section => ({
  id: 'portal-habiter',
  version: 1,
  ...aSectionInput(),
  menuTitle: null,
  formerPaths: [],
  updatedAt: now,
  ...overrides,
})
