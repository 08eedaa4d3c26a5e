export type AdminAddress = { url: string; user: string; password: string }

/** Keycloak's administration, below `/admin/realms`. */
export type AdminApi = {
  get<Answer>(path: string): Promise<Answer>
  /** As `get`; undefined when there is no such thing. */
  find<Answer>(path: string): Promise<Answer | undefined>
  post(path: string, body: unknown): Promise<void>
  put(path: string, body: unknown): Promise<void>
  remove(path: string, body?: unknown): Promise<void>
}

const PATIENCE = 30_000 // milliseconds
const TOKEN_LIFE = 30_000 // milliseconds; the master realm's tokens live a minute

/** Speaks as an administrator of the master realm. Every method rejects, with Keycloak's own words, when it is refused. */
export function createAdminApi({ url, user, password }: AdminAddress): AdminApi {
  let token: { text: string; until: number } | undefined
  const authorization = async () => {
    if (!token || token.until < performance.now()) {
      const response = await fetch(`${url}/realms/master/protocol/openid-connect/token`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', username: user, password }),
        signal: AbortSignal.timeout(PATIENCE),
      })
      if (!response.ok)
        throw new Error(`Keycloak refuses its administrator ${user}: ${response.status} ${await response.text()}`)
      const { access_token } = (await response.json()) as { access_token: string }
      token = { text: access_token, until: performance.now() + TOKEN_LIFE }
    }
    return `Bearer ${token.text}`
  }
  const send = async (method: string, path: string, body?: unknown) =>
    fetch(`${url}/admin/realms${path}`, {
      method,
      headers: { authorization: await authorization(), 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE),
    })
  const insist = async (method: string, path: string, body?: unknown) => {
    const response = await send(method, path, body)
    if (response.ok) return response
    throw new Error(`Keycloak answers ${response.status} to ${method} ${path}: ${await response.text()}`)
  }
  const discard = async (response: Promise<Response>) => {
    await (await response).arrayBuffer()
  }
  return {
    get: async <Answer>(path: string) => (await insist('GET', path)).json() as Promise<Answer>,
    async find<Answer>(path: string) {
      const response = await send('GET', path)
      if (response.ok) return (await response.json()) as Answer
      const text = await response.text()
      if (response.status === 404) return undefined
      throw new Error(`Keycloak answers ${response.status} to GET ${path}: ${text}`)
    },
    post: (path, body) => discard(insist('POST', path, body)),
    put: (path, body) => discard(insist('PUT', path, body)),
    remove: (path, body) => discard(insist('DELETE', path, body)),
  }
}
