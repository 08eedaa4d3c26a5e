/** What a browser shows; `status` is 0 when it stopped before asking for the page. */
export type Page = { url: string; status: number; text: string }

export type Browser = {
  open(url: string): Promise<Page>
  /** Sends the form of a page, with its hidden fields and these. @param having a piece of markup that tells the form among others */
  submit(page: Page, fields: Record<string, string>, having?: string): Promise<Page>
  /** The cookie header that it would send there. */
  cookies(url: string): string
}

type Cookie = { name: string; value: string; host: string; path: string }

const longestTrail = 15

/**
 * A browser without scripts, for tests: follows redirections, keeps cookies by host, path and end of life, sends forms.
 * @param stopBefore the application's own address: the browser arrives there without asking for the page
 */
export function createBrowser({ stopBefore }: { stopBefore: string }): Browser {
  let cookies: Cookie[] = []

  const keep = (response: Response, url: URL) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((piece) => piece.trim())
      const [name = '', value = ''] = splitAt(pair, '=')
      const read = (key: string) =>
        attributes.map((attribute) => splitAt(attribute, '=')).find(([found]) => found.toLowerCase() === key)?.[1]
      const path = read('path') ?? '/'
      cookies = cookies.filter((kept) => !(kept.name === name && kept.path === path && kept.host === url.hostname))
      const ended = Number(read('max-age') ?? 1) <= 0 || Date.parse(read('expires') ?? '9999-12-31') <= Date.now()
      if (!ended) cookies.push({ name, value, host: url.hostname, path })
    }
  }

  const cookiesFor = (url: URL) =>
    cookies
      .filter(({ host, path }) => host === url.hostname && `${url.pathname}/`.startsWith(path.replace(/\/?$/, '/')))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')

  const go = async (start: string, form?: URLSearchParams): Promise<Page> => {
    let url = new URL(start)
    let body = form
    for (let step = 0; step < longestTrail; step++) {
      if (url.href.startsWith(stopBefore)) return { url: url.href, status: 0, text: '' }
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { accept: 'text/html', cookie: cookiesFor(url) },
        ...(body ? { method: 'POST', body } : {}),
      })
      keep(response, url)
      const text = await response.text()
      const location = response.headers.get('location')
      if (location === null || response.status < 300 || response.status > 399) {
        return { url: url.href, status: response.status, text }
      }
      url = new URL(location, url)
      body = undefined
    }
    throw new Error(`The browser is sent round in circles, lastly to ${url.href}.`)
  }

  return {
    open: (url) => go(url),
    cookies: (url) => cookiesFor(new URL(url)),
    submit: (page, fields, having = '') => {
      const form = formsOf(page).find(({ markup }) => markup.includes(having))
      if (!form) throw new Error(`No form with ${having} at ${page.url}:\n${page.text.slice(0, 2000)}`)
      return go(form.action, new URLSearchParams({ ...form.values, ...fields }))
    },
  }
}

/** The forms of a page: where they go, and what they send unasked (hidden fields, the button). */
function formsOf(page: Page) {
  return [...page.text.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gis)].map(([, attributes = '', markup = '']) => {
    const sent = [...markup.matchAll(/<(?:input|button)\b([^>]*)>/gi)]
      .map(([, written = '']) => attributesOf(written))
      .filter(({ type, name }) => name !== undefined && (type === 'hidden' || type === 'submit'))
      .map(({ name = '', value = '' }) => [name, value])
    const action = new URL(attributesOf(attributes).action ?? page.url, page.url).href
    return { action, markup, values: Object.fromEntries(sent) as Record<string, string> }
  })
}

function attributesOf(text: string): Record<string, string> {
  const found = text.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)
  return Object.fromEntries([...found].map(([, name = '', a, b]) => [name.toLowerCase(), decodeEntities(a ?? b ?? '')]))
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", '#x2F': '/' }
const decodeEntities = (text: string) => text.replace(/&(#?\w+);/g, (whole, name) => entities[name] ?? whole)

function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)]
}
