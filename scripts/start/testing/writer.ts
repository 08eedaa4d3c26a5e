import { setTimeout as delay } from 'node:timers/promises'
import { type ApiCall, ApiProblem, createApiClient, type Operations } from '@pmq/contracts/client'
import type { ArticleInput } from '@pmq/contracts/content'
import { loadConfig } from '@pmq/platform/config'
import { operatorConfig, operatorToken } from '../../operator/operator.ts'

/** What a writer knows of one article: what it was told, and what it asked without hearing an answer. */
export type Known = {
  /** Its slug, its first title, and the Idempotency-Key of its creation. */
  key: string
  article?: Operations['GET /api/content/articles/{id}']['answer']
  /** The title that was on its way when the connection broke. */
  unheard?: string
}

/**
 * Signs in to a running copy as a program does, with a real token. Asked to wait, it waits.
 * @param heard told of each answer
 */
export async function signedIn(copy: { port: number; dataDir: string }, heard = () => {}): Promise<ApiCall> {
  const operator = loadConfig(operatorConfig, { PORT: String(copy.port), PMQ_DATA: copy.dataDir })
  const authorization = `Bearer ${await operatorToken(operator)}`
  const ask = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), authorization }
    const answer = await fetch(address, { ...init, headers })
    if (answer.status === 429) {
      await delay(1000 * Number(answer.headers.get('retry-after')))
      return ask(address, init)
    }
    heard()
    return answer
  }
  return createApiClient(ask, `http://127.0.0.1:${copy.port}`)
}

export const inputOf = (key: string, title: string): ArticleInput => ({
  site: 'portal',
  section: 'portal-renover',
  kind: 'article',
  title,
  slug: key,
  summary: '',
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `Le texte de ${key}.` }] }] },
  position: 0,
  tags: [writtenTag],
  author: '',
  chantier: null,
})
export const writtenTag = 'essai de charge'

/** Creates; sent again with the same key, it creates nothing. */
export async function create(call: ApiCall, known: Known): Promise<void> {
  const body = inputOf(known.key, known.key)
  known.article = await call('POST /api/content/articles', { body, headers: { 'Idempotency-Key': known.key } })
}

/** Publishes, then edits the public article. */
export async function publishAndEdit(call: ApiCall, known: Known): Promise<void> {
  const { id } = known.article ?? {}
  if (!id) return
  known.article = await call('POST /api/content/articles/{id}/publication', {
    path: { id },
    body: {},
    headers: version(known),
  })
  known.unheard = `${known.key} relu`
  known.article = await call('PUT /api/content/articles/{id}', {
    path: { id },
    body: inputOf(known.key, known.unheard),
    headers: version(known),
  })
  delete known.unheard
}

const version = ({ article }: Known) => ({ 'If-Match': `"${article?.version}"` })

/** The connection broke: nobody knows whether the request was done. */
export const isUnheard = (error: unknown): boolean => !(error instanceof ApiProblem)
