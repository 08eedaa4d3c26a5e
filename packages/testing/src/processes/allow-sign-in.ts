import { z } from 'zod'

const tokenAnswer = z.object({ access_token: z.string() })
const client = z.looseObject({
  id: z.string(),
  redirectUris: z.array(z.string()).default([]),
  attributes: z.record(z.string(), z.string()).default({}),
})
const signOutUris = 'post.logout.redirect.uris'

/** Lets Keycloak send people back to `url`, where these tests' gateway is; asks nothing when there is no administrator. */
export async function allowSignInAt(url: string, engines: Record<string, string>): Promise<void> {
  const {
    OIDC_ADMIN_USER: username,
    OIDC_ADMIN_PASSWORD: password,
    OIDC_ISSUER = '',
    OIDC_CLIENT_ID = 'gateway',
  } = engines
  if (username === undefined || password === undefined) return
  const [, issuerOrigin = '', realm = ''] = /^(.*)\/realms\/([^/]+)\/?$/.exec(OIDC_ISSUER) ?? []
  const origin = engines.OIDC_ADMIN_URL ?? issuerOrigin
  const ask = async (address: string, init: RequestInit) => {
    const answer = await fetch(address, { ...init, signal: AbortSignal.timeout(15_000) })
    if (!answer.ok) throw new Error(`Keycloak answers ${answer.status} at ${address}: ${await answer.text()}`)
    return answer
  }
  const grant = { grant_type: 'password', client_id: 'admin-cli', username, password }
  const signedIn = await ask(`${origin}/realms/master/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams(grant),
  })
  const { access_token } = tokenAnswer.parse(await signedIn.json())
  const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' }
  const clients = `${origin}/admin/realms/${realm}/clients`
  const found = await ask(`${clients}?clientId=${OIDC_CLIENT_ID}`, { headers })
  const [gateway] = z.array(client).parse(await found.json())
  if (!gateway) throw new Error(`The realm ${realm} has no client ${OIDC_CLIENT_ID}.`)
  const uri = `${url}/*`
  const isAllowed = (uris: string[]) =>
    uris.some((allowed) => (allowed.endsWith('*') ? uri.startsWith(allowed.slice(0, -1)) : allowed === uri))
  const afterSignOut = gateway.attributes[signOutUris]?.split('##') ?? []
  if (isAllowed(gateway.redirectUris) && isAllowed(afterSignOut)) return
  await ask(`${clients}/${gateway.id}`, {
    method: 'PUT',
    headers,
    body: JSON.stringify({
      ...gateway,
      redirectUris: [...new Set([...gateway.redirectUris, uri])],
      attributes: { ...gateway.attributes, [signOutUris]: [...new Set([...afterSignOut, uri])].join('##') },
    }),
  })
}
