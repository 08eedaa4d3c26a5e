import type { Operations } from './operations.ts'

/** What the API refused, as it said it (RFC 9457). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  readonly code: string
  /** The whole problem document. */
  readonly problem: Record<string, unknown>

  constructor(status: number, problem: Record<string, unknown>) {
    super(String(problem.detail ?? `HTTP ${status}`))
    this.status = status
    this.code = String(problem.code ?? 'unknown')
    this.problem = problem
  }
}

type Input<Name extends keyof Operations> = Omit<Operations[Name], 'answer'>
type Fetch = (path: string, init?: RequestInit) => Promise<Response>

/** One call of an operation, its input and answer typed by the service's own schemas. */
export type ApiCall = <Name extends keyof Operations>(
  operation: Name,
  ...input: Record<string, never> extends Input<Name>
    ? [input?: Input<Name>, init?: RequestInit]
    : [input: Input<Name>, init?: RequestInit]
) => Promise<Operations[Name]['answer']>

/**
 * Makes a typed client of the whole API; the types are generated from the services' routes (`npm run contracts`).
 * @param fetch given a path, or a whole address where `base` is set
 * @throws ApiProblem from each call that is refused
 */
export function createApiClient(fetch: Fetch, base = ''): ApiCall {
  return async (operation, ...[input = {}, init = {}]: [input?: object, init?: RequestInit]) => {
    const {
      path = {},
      query = {},
      body,
      headers = {},
    } = input as {
      path?: Record<string, unknown>
      query?: Record<string, unknown>
      body?: unknown
      headers?: Record<string, string>
    }
    const [method = 'GET', template = '/'] = operation.split(' ')
    const address = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])))
    const response = await fetch(base + address + searchOf(query), {
      ...init,
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
        ...Object.fromEntries(new Headers(init.headers)),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const answer = text === '' ? undefined : JSON.parse(text)
    if (!response.ok) throw new ApiProblem(response.status, answer ?? {})
    return answer as never
  }
}

function searchOf(query: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of [value].flat()) if (one !== undefined) search.append(name, String(one))
  return search.size > 0 ? `?${search}` : ''
}
