/** A fetch to `/api/...`: in process, or over HTTP when the front runs alone. */
export type Api = (path: string, init?: RequestInit) => Promise<Response>

/**
 * The API did not answer, or not as promised. Told by its `code`, never by `instanceof`: the pages are bundled by Astro and have
 * their own copy of the modules that they share with the server around them.
 */
export class ApiUnavailable extends Error {
  override readonly name = 'ApiUnavailable'
  readonly code = 'api.unavailable'
}

export type ApiClient = {
  /** Reads a view; `undefined` when there is none. */
  find<View>(path: string): Promise<View | undefined>
  /** Reads a view that must be there. */
  get<View>(path: string): Promise<View>
  /**
   * As `get`, for the few views that every page reads: the last one stays in memory, frozen, and the API is asked only
   * whether it has changed.
   */
  getKept<View>(path: string): Promise<View>
}

/** Views of `getKept` by path, with their ETags; shared by all pages. */
export type KeptViews = Map<string, { etag: string; view: unknown }>

/** Not found, and addresses that no view can have (malformed, too long). */
const nothingThere = new Set([400, 404, 414, 422])

/**
 * Views are typed by their contract and not parsed again: the services validated them, and a page reads a dozen of them.
 * @throws ApiUnavailable for a status that is neither 200 nor “nothing there”, a broken answer, a failed call, or no answer within `patience` (ms)
 */
export function createApiClient(
  api: Api,
  { requestId, patience = 5000, kept = new Map() }: { requestId: string; patience?: number; kept?: KeptViews },
): ApiClient {
  /** @returns what `read` makes of an answer that is neither an error nor “nothing there” */
  async function ask<Result>(path: string, etag: string | undefined, read: (response: Response) => Promise<Result>) {
    const signal = AbortSignal.timeout(patience)
    const condition = etag === undefined ? {} : { 'if-none-match': etag }
    const headers = { accept: 'application/json', 'x-request-id': requestId, ...condition }
    try {
      const response = await inTime(api(path, { headers, signal }), signal)
      if (nothingThere.has(response.status)) return undefined
      if (response.status === 200 || (response.status === 304 && etag)) return await inTime(read(response), signal)
      throw new ApiUnavailable(`${path} answered ${response.status}`)
    } catch (error) {
      throw error instanceof ApiUnavailable ? error : new ApiUnavailable(`${path} failed`, { cause: error })
    }
  }

  const find = <View>(path: string) => ask(path, undefined, (response) => response.json() as Promise<View>)

  async function there<View>(path: string, view: Promise<View | undefined>): Promise<View> {
    const found = await view
    if (found === undefined) throw new ApiUnavailable(`${path} is missing`)
    return found
  }

  async function findKept<View>(path: string): Promise<View | undefined> {
    const before = kept.get(path)
    return ask(path, before?.etag, async (response) => {
      if (before && response.status === 304) return before.view as View
      const view = frozen((await response.json()) as View)
      const etag = response.headers.get('etag')
      if (etag) kept.set(path, { etag, view })
      return view
    })
  }

  return {
    find,
    get: (path) => there(path, find(path)),
    getKept: (path) => there(path, findKept(path)),
  }
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

/** An API in the same process may not listen to the signal: the page stops waiting all the same. */
async function inTime<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const late = Promise.withResolvers<never>()
  const giveUp = () => late.reject(signal.reason)
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    return await Promise.race([work, late.promise])
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}

/** `?a=1&b=2` of the values that are there. */
export function query(values: Record<string, string | number | undefined>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return search && `?${search}`
}
