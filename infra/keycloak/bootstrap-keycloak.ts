import { type AdminAddress, createAdminApi } from './admin-api.ts'
import { readDemoUsers, readRealm, readUserProfile, withoutSecondFactor, withRedirects } from './realm-file.ts'
import { settleClients, settleServiceAccounts } from './settle-clients.ts'
import { settleSignInFlow } from './settle-flow.ts'
import { settleSettings, settleUserProfile } from './settle-realm.ts'
import { settleRoles } from './settle-roles.ts'

export type KeycloakBootstrap = AdminAddress & {
  /** Values of the variables in `realm.json`. */
  env: Record<string, string | undefined>
  /** Adds the seven demo accounts that are missing. Their password is known to everybody: never on an open address. */
  demo?: boolean
  /** `off` only for demonstrations and tests: administrators and treasurers then sign in with a password alone. */
  secondFactor?: 'required' | 'off'
  /** Where the gateway may be, in place of `PUBLIC_URL`, in Keycloak's notation. */
  redirects?: readonly string[]
  /** Another name for the realm, for tests. */
  realm?: string
}

/**
 * Brings a running Keycloak to the state of our realm file: makes what is missing, corrects what differs, and leaves
 * people's accounts alone. Idempotent; broken off, it is to be run again.
 * @returns what it changed, in words; empty when all was as wanted
 */
export async function bootstrapKeycloak(options: KeycloakBootstrap): Promise<string[]> {
  const api = createAdminApi(options)
  const file = await readRealm(options.env)
  const renamed = { ...file, realm: options.realm ?? file.realm }
  const strict = options.redirects ? withRedirects(renamed, options.redirects) : renamed
  const wanted = options.secondFactor === 'off' ? withoutSecondFactor(strict) : strict
  const { realm } = wanted
  const changed: string[] = []
  if (!(await api.find(`/${realm}`))) {
    await api.post('', { realm, enabled: false }) // opened by the last step, when all is there
    changed.push('realm')
  }
  const defaultRole = `default-roles-${realm}`
  const roles = wanted.roles.realm.map((role) =>
    role.name === `default-roles-${file.realm}` ? { ...role, name: defaultRole } : role,
  )
  changed.push(
    ...(await settleRoles(api, realm, roles)),
    ...(await settleSignInFlow(api, wanted)),
    ...(await settleUserProfile(api, realm, await readUserProfile())),
    ...(await settleClients(api, realm, wanted.clients)),
    ...(await settleServiceAccounts(api, realm, wanted.users)),
  )
  if (options.demo) {
    const { users } = await readDemoUsers()
    const before = await api.get<number>(`/${realm}/users/count`)
    const withDefault = users.map(({ id, ...user }) => ({
      ...user,
      realmRoles: [...user.realmRoles, defaultRole],
      ...(realm === file.realm ? { id } : {}), // an id is there once in all realms together
    }))
    await api.post(`/${realm}/partialImport`, { ifResourceExists: 'SKIP', users: withDefault })
    if ((await api.get<number>(`/${realm}/users/count`)) !== before) changed.push('demo accounts')
  }
  changed.push(...(await settleSettings(api, wanted)))
  return changed
}
