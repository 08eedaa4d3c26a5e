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
}

/** Not found, and addresses that no view can have (malformed, too long). */
const nothingThere = new Set([400, 404, 414, 422])

/**
 * Views are typed by their contract and not parsed again: the services validated them, and a page reads a dozen of them.
 * @throws ApiUnavailable for a status that is neither 200 nor “nothing there”, a broken answer, a failed call, or no answer within `patience` (ms)
 */
export function createApiClient(
  api: Api,
  { requestId, patience = 5000 }: { requestId: string; patience?: number },
): ApiClient {
  async function find<View>(path: string): Promise<View | undefined> {
    const signal = AbortSignal.timeout(patience)
    const headers = { accept: 'application/json', 'x-request-id': requestId }
    try {
      const response = await inTime(api(path, { headers, signal }), signal)
      if (nothingThere.has(response.status)) return undefined
      if (response.status === 200) return (await inTime(response.json(), signal)) as View
      throw new ApiUnavailable(`${path} answered ${response.status}`)
    } catch (error) {
      throw error instanceof ApiUnavailable ? error : new ApiUnavailable(`${path} failed`, { cause: error })
    }
  }

  async function get<View>(path: string): Promise<View> {
    const view = await find<View>(path)
    if (view === undefined) throw new ApiUnavailable(`${path} is missing`)
    return view
  }

  return { find, get }
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
