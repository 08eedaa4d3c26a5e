import { errorFrom, offlineError } from './problem.ts'

export type ApiRequest = {
  path: string
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  query?: Record<string, unknown>
  body?: unknown
  /** The version that is replaced: no change without it (API conventions). */
  ifMatch?: number
  idempotencyKey?: string
  signal?: AbortSignal
}

/** What the client needs to know of the session. */
export type SessionDoor = {
  csrf: () => string
  /** Asks the gateway again who is signed in (the token may have changed in another tab). */
  reload: () => Promise<void>
  expire: () => void
}

export type ApiClient = { send: <Answer = unknown>(request: ApiRequest) => Promise<Answer> }

/**
 * Calls the platform's API on the page's own origin, with the session cookie.
 * @throws ApiError with a French message; ConflictError when somebody else saved first.
 */
export function createApiClient({
  fetch,
  session,
}: {
  fetch: typeof globalThis.fetch
  session: SessionDoor
}): ApiClient {
  async function once(request: ApiRequest): Promise<Response> {
    try {
      return await fetch(addressOf(request), {
        method: request.method ?? 'GET',
        credentials: 'same-origin',
        headers: headersOf(request, session.csrf()),
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        ...(request.signal ? { signal: request.signal } : {}),
      })
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error
      throw offlineError()
    }
  }

  return {
    async send<Answer>(request: ApiRequest): Promise<Answer> {
      let response = await once(request)
      if (response.status === 403 && (await refusedForCsrf(response))) {
        const before = session.csrf()
        await session.reload()
        if (session.csrf() !== before) response = await once(request)
      }
      if (response.status === 401) session.expire()
      if (!response.ok) throw await errorFrom(response)
      const text = await response.text()
      return (text === '' ? undefined : JSON.parse(text)) as Answer
    },
  }
}

function addressOf({ path, query = {} }: ApiRequest): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined && each !== null && each !== '') params.append(name, String(each))
  return params.size === 0 ? path : `${path}?${params}`
}

function headersOf(
  { method = 'GET', body, ifMatch, idempotencyKey }: ApiRequest,
  csrf: string,
): Record<string, string> {
  return {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(method === 'GET' ? {} : { 'x-csrf-token': csrf }),
    ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  }
}

async function refusedForCsrf(response: Response): Promise<boolean> {
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => undefined)
  return typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === 'csrf.refused'
}
