import assert from 'node:assert/strict'
import { type Account, oneSignInAtATime, password } from './accounts.ts'
import { type Answer, type Sent, send } from './http.ts'
import type { Platform } from './platform.ts'

export type ApiSession = {
  account: Account
  csrf: string
  /** Where the browser was sent in the end. */
  landedOn: string
  /** The cookie header that a browser would send. */
  cookie(): string
  send(path: string, sent?: Sent): Promise<Answer>
  /** With a JSON body; the version to replace is given as `ifMatch`. */
  write(method: string, path: string, body?: unknown, ifMatch?: number): Promise<Answer>
}

/**
 * Signs in through the pages of the identity provider as a browser does, but without one.
 * @param to where one asks to be sent afterwards
 */
export async function openSession(platform: Platform, account: Account, to = '/'): Promise<ApiSession> {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const remember = ({ headers }: Answer) => {
    for (const line of headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
  }
  const ask = async (path: string, { headers = {}, ...sent }: Sent = {}) => {
    const answer = await send(platform, path, { ...sent, headers: { cookie: cookie(), ...headers } })
    remember(answer)
    return answer
  }
  const follow = async (start: string) => {
    let url = new URL(start, platform.urls.portal)
    for (let steps = 0; steps < 10; steps += 1) {
      const answer = await ask(url.pathname + url.search, { port: Number(url.port), host: url.host })
      if (answer.headers.location === undefined) return { url, answer }
      url = new URL(answer.headers.location, url)
    }
    throw new Error(`Sent round in circles, lastly to ${url}`)
  }

  const { url: login, answer: page } = await follow(`/auth/sign-in?to=${encodeURIComponent(to)}`)
  const action = /<form[^>]* action="([^"]+)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const target = new URL(action, login)
  const form = await oneSignInAtATime(account, () =>
    ask(target.pathname + target.search, {
      method: 'POST',
      port: Number(login.port),
      host: login.host,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ username: account, password }).toString(),
    }),
  )
  assert.ok([302, 303].includes(form.status), `The provider did not let ${account} in: ${form.body}`)
  const { url: landing } = await follow(new URL(form.headers.location ?? '', login).href)
  const me = (await ask('/auth/me')).json<{ signedIn: boolean; csrf: string }>()
  assert.equal(me.signedIn, true)

  const { csrf } = me
  return {
    account,
    csrf,
    landedOn: landing.origin === platform.urls.portal ? landing.href.slice(landing.origin.length) : landing.href,
    cookie,
    send: (path, { headers = {}, ...sent } = {}) =>
      ask(path, { ...sent, headers: { 'x-csrf-token': csrf, ...headers } }),
    write: (method, path, body, ifMatch) =>
      ask(path, {
        method,
        headers: {
          'x-csrf-token': csrf,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
  }
}
