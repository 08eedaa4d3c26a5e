import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { eventually } from '../../eventually/index.ts'
import { createBrowser } from '../../identity/browser.ts'
import type { Answer, Ask, Sent } from './http.ts'

/** Somebody who has signed in with a browser, and goes on by its cookies. */
export type Editor = {
  send: Ask
  /** The header that says that one of our pages asks. */
  csrf: { 'x-csrf-token': string }
  /** With the CSRF token, and the version that is replaced. */
  write(method: string, path: string, body?: unknown, ifMatch?: number): Promise<Answer>
}

/** Signs in at the identity provider's own pages. */
export async function signIn(portal: string, ask: Ask, username: string): Promise<Editor> {
  const browser = createBrowser({ stopBefore: 'nowhere:' })
  const form = await browser.open(`${portal}/auth/sign-in?to=/`)
  const landed = await browser.submit(form, { username, password: 'demo' }, 'password')
  assert.ok(landed.url.startsWith(portal), `${username} is not let in: ${landed.status} ${landed.url}`)
  const jar = new Map<string, string>()
  const take = (pair: string) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(pair) ?? []
    jar.set(name, value)
    if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(pair)) jar.delete(name)
  }
  for (const pair of browser.cookies(`${portal}/auth/`).split('; ')) take(pair)

  const send: Ask = async (path, sent: Sent = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await ask(path, { ...sent, headers: { cookie, ...sent.headers } })
    for (const line of answer.headers['set-cookie'] ?? []) take(line)
    return answer
  }
  const me = (await send('/auth/me')).json<{ signedIn: boolean; csrf: string }>()
  assert.equal(me.signedIn, true)
  return {
    send,
    csrf: { 'x-csrf-token': me.csrf },
    write: (method, path, body, ifMatch) =>
      send(path, {
        method,
        ...(body === undefined ? {} : { body }),
        headers: { 'x-csrf-token': me.csrf, ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }) },
      }),
  }
}

export type Article = { id: string; version: number; title: string; path: string }

const inputOf = (title: string, slug: string) => ({
  ...{
    site: 'portal',
    section: 'portal-renover',
    kind: 'article',
    title,
    slug,
    summary: 'Ce que la panne n’empêche pas.',
  },
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Le texte de cet essai.' }] }] },
  ...{ position: 0, tags: [], author: '', chantier: null },
})
const slugOf = ({ path }: Article) => path.split('/').at(-1) ?? ''

/** A word that nothing else has, so that the search finds this article alone. */
export const newWord = () => `zq${randomUUID().replaceAll('-', '').slice(0, 14)}`

export async function publish(editor: Editor, title: string): Promise<Article> {
  const slug = `essai-${newWord()}`
  const draft = await editor.write('POST', '/api/content/articles', inputOf(title, slug))
  assert.equal(draft.status, 201, draft.body)
  const { id, version } = draft.json<Article>()
  const published = await editor.write('POST', `/api/content/articles/${id}/publication`, {}, version)
  assert.equal(published.status, 200, published.body)
  return published.json<Article>()
}

export async function retitle(editor: Editor, article: Article, title: string): Promise<Article> {
  const input = inputOf(title, slugOf(article))
  const saved = await editor.write('PUT', `/api/content/articles/${article.id}`, input, article.version)
  assert.equal(saved.status, 200, saved.body)
  return saved.json<Article>()
}

type Found = { items: { id: string; title: string }[]; total: number }

/** Waits until the search shows exactly one document with this word, under this title. */
export const isFound = (ask: Ask, word: string, title: string, within = 60_000): Promise<void> =>
  eventually(
    async () => {
      const answer = await ask(`/api/search?q=${word}`)
      assert.equal(answer.status, 200, answer.body)
      const { items } = answer.json<Found>()
      assert.deepEqual(
        items.map((item) => item.title),
        [title],
      )
    },
    { within, every: 200 },
  ).then(() => undefined)
