type Answer = { status?: number; body?: unknown; headers?: Record<string, string> }
type Sent = { method: string; url: string; headers: Headers; body: unknown }

/** A fetch that gives prepared answers in order ('offline' fails as without network) and remembers what was sent. */
export function aFakeFetch(...answers: (Answer | 'offline')[]) {
  const sent: Sent[] = []
  const fetch = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    sent.push({ method: init.method ?? 'GET', url: String(url), headers: new Headers(init.headers), body })
    const answer = answers.shift()
    if (answer === undefined) throw new Error(`Nothing prepared for ${url}`)
    if (answer === 'offline') throw new TypeError('Failed to fetch')
    const { status = 200, body: told, headers = {} } = answer
    return new Response(status === 204 ? null : JSON.stringify(told ?? {}), { status, headers })
  }
  return { fetch: fetch as typeof globalThis.fetch, sent }
}

/** A session that knows one token, and counts what is asked of it. */
export function aSession(tokens = ['csrf-1']) {
  const calls = { expired: 0, reloaded: 0 }
  return {
    calls,
    csrf: () => tokens[0] ?? '',
    async reload() {
      calls.reloaded += 1
      if (tokens.length > 1) tokens.shift()
    },
    expire() {
      calls.expired += 1
    },
  }
}

/** A browser storage, with room for so many characters. */
export function aStorage(room = 1_000_000): Storage {
  const items = new Map<string, string>()
  const storage = {
    get length() {
      return items.size
    },
    clear: () => items.clear(),
    getItem: (key: string) => items.get(key) ?? null,
    key: (index: number) => [...items.keys()][index] ?? null,
    removeItem: (key: string) => void items.delete(key),
    setItem(key: string, value: string) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      items.set(key, value)
    },
  }
  // A real storage shows its keys as properties of its own.
  return new Proxy(storage, {
    ownKeys: () => [...items.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  })
}
