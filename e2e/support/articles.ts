import assert from 'node:assert/strict'
import { type ArticleInput, type ArticleView, articleInput } from '@pmq/contracts/content'
import type { ApiSession } from './api-session.ts'

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })

/** What an editor types; a test says only what matters to it. */
export const anArticle = (own: Partial<ArticleInput> & { slug: string }): ArticleInput =>
  // Parsed, so that a new field of the contract has its default here too.
  articleInput.parse({
    site: 'portal',
    section: 'portal-renover',
    kind: 'article',
    title: 'Un atelier pour isoler ses combles',
    summary: 'Deux heures pour apprendre les gestes, avec un artisan.',
    body: { type: 'doc', content: [paragraph('L’atelier a lieu dans la salle des fêtes.')] },
    position: 0,
    tags: [],
    author: '',
    chantier: null,
    ...own,
  })

/** Stores a draft by the API. */
export async function draftArticle(editor: ApiSession, input: ArticleInput): Promise<ArticleView> {
  const answer = await editor.write('POST', '/api/content/articles', input)
  assert.equal(answer.status, 201, answer.body)
  return answer.json<ArticleView>()
}

/** Publishes by the API, now or at the dates given. */
export async function publishArticle(
  editor: ApiSession,
  { id, version }: Pick<ArticleView, 'id' | 'version'>,
  dates: { at?: string; withdrawAt?: string } = {},
): Promise<ArticleView> {
  const answer = await editor.write('POST', `/api/content/articles/${id}/publication`, dates, version)
  assert.equal(answer.status, 200, answer.body)
  return answer.json<ArticleView>()
}

export const storedArticle = async (reader: ApiSession, id: string): Promise<ArticleView> =>
  (await reader.send(`/api/content/articles/${id}`)).json<ArticleView>()
