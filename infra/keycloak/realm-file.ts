import { readFile } from 'node:fs/promises'
import { fillVariables } from './fill-variables.ts'

export type RoleWanted = { name: string; description: string; composites?: { realm: string[] } }
export type ClientWanted = { clientId: string; redirectUris: string[]; attributes?: Record<string, string> } & Record<
  string,
  unknown
>
export type ExecutionWanted = {
  authenticator?: string
  flowAlias?: string
  requirement: string
  authenticatorConfig?: string
}
export type FlowWanted = {
  alias: string
  description?: string
  topLevel: boolean
  authenticationExecutions: ExecutionWanted[]
}
export type UserWanted = { username: string; realmRoles: string[]; serviceAccountClientId?: string } & Record<
  string,
  unknown
>

/** The realm as our file says it, in Keycloak's own format for import and export. */
export type RealmWanted = Record<string, unknown> & {
  realm: string
  roles: { realm: RoleWanted[] }
  clients: ClientWanted[]
  authenticationFlows: FlowWanted[]
  authenticatorConfig: { alias: string; config: Record<string, string> }[]
  browserFlow: string
  /** Only the accounts of clients. */
  users: UserWanted[]
}

const read = (name: string) => readFile(new URL(name, import.meta.url), 'utf8')

/** @throws Error that lists the variables that are missing */
export const readRealm = async (env: Record<string, string | undefined>): Promise<RealmWanted> =>
  JSON.parse(fillVariables(await read('./realm.json'), env))

export const readUserProfile = async (): Promise<{ attributes: unknown[] }> =>
  JSON.parse(await read('./user-profile.json'))

export const readDemoUsers = async (): Promise<{ users: UserWanted[] }> => JSON.parse(await read('./demo-users.json'))

/** The same without the second factor of administrators and treasurers: for demonstrations and tests only. */
export const withoutSecondFactor = (realm: RealmWanted): RealmWanted => ({
  ...realm,
  roles: {
    realm: realm.roles.realm.map((role) =>
      role.composites
        ? { ...role, composites: { realm: role.composites.realm.filter((name) => name !== 'otp-required') } }
        : role,
    ),
  },
})

/** The same for a gateway that may be at other addresses, too. */
export const withRedirects = (realm: RealmWanted, addresses: readonly string[]): RealmWanted => ({
  ...realm,
  clients: realm.clients.map((client) =>
    client.redirectUris.length === 0
      ? client
      : {
          ...client,
          redirectUris: [...addresses],
          attributes: { ...client.attributes, 'post.logout.redirect.uris': addresses.join('##') },
        },
  ),
})
