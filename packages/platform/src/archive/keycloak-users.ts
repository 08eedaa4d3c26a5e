import { z } from 'zod'
import type { ArchivedUser, UserDirectory } from './users-archive.ts'

export type KeycloakAdmin = {
  /** `http(s)://HOST[:PORT]`, where the administration answers. */
  url: string
  realm: string
  user: string
  password: string
}

const page = 100
const userView = z.object({
  id: z.string(),
  username: z.string(),
  firstName: z.string().default(''),
  lastName: z.string().default(''),
  email: z.string().default(''),
  serviceAccountClientId: z.string().optional(),
})
const roleView = z.object({ name: z.string() })
/** Roles that Keycloak gives by itself. */
const builtIn = /^(default-roles-.*|offline_access|uma_authorization)$/

/** The users of a realm, by Keycloak's administration API. */
export function createKeycloakUsers({ url, realm, user, password }: KeycloakAdmin): UserDirectory {
  const token = async () => {
    const answer = await fetch(`${url}/realms/master/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', username: user, password }),
      signal: AbortSignal.timeout(20_000),
    })
    if (!answer.ok) throw new Error(`Keycloak refused its administrator (HTTP ${answer.status}).`)
    return z.object({ access_token: z.string() }).parse(await answer.json()).access_token
  }
  // A token of the administration lives a minute: each request has its own.
  const ask = async (path: string, init: { method?: string; body?: string } = {}): Promise<unknown> => {
    const answer = await fetch(`${url}/admin/realms/${realm}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(60_000),
    })
    if (!answer.ok)
      throw new Error(`Keycloak answered ${answer.status} for ${path}: ${(await answer.text()).slice(0, 300)}`)
    return answer.json()
  }

  return {
    async list() {
      const users: ArchivedUser[] = []
      for (let first = 0; ; first += page) {
        const found = z.array(userView).parse(await ask(`/users?first=${first}&max=${page}`))
        for (const { id, username, firstName, lastName, email, serviceAccountClientId } of found) {
          if (serviceAccountClientId) continue // a program, which the realm's own bootstrap makes
          const roles = z.array(roleView).parse(await ask(`/users/${id}/role-mappings/realm`))
          const own = roles.map(({ name }) => name).filter((name) => !builtIn.test(name))
          users.push({ id, username, givenName: firstName, familyName: lastName, email, roles: own.sort() })
        }
        if (found.length < page) return users
      }
    },

    /** By partial import, which keeps the ids that other stores remember; creating a user would give another. */
    async add(users) {
      let added = 0
      for (let first = 0; first < users.length; first += page) {
        const some = users.slice(first, first + page)
        const answer = await ask('/partialImport', {
          method: 'POST',
          body: JSON.stringify({
            ifResourceExists: 'SKIP',
            users: some.map(({ id, username, givenName, familyName, email, roles }) => ({
              id,
              username,
              firstName: givenName,
              lastName: familyName,
              email,
              emailVerified: true,
              enabled: true,
              realmRoles: [`default-roles-${realm}`, ...roles],
              requiredActions: ['UPDATE_PASSWORD'],
            })),
          }),
        })
        added += z.object({ added: z.int() }).parse(answer).added
      }
      return added
    },
  }
}
