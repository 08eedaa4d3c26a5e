import type { AdminApi } from './admin-api.ts'
import { covers } from './covers.ts'
import type { ClientWanted, UserWanted } from './realm-file.ts'

type Client = { id: string; attributes?: Record<string, string> }
type Named = { id: string; name: string }

/** Makes or corrects our clients. Others are left alone. */
export async function settleClients(api: AdminApi, realm: string, wanted: readonly ClientWanted[]): Promise<string[]> {
  const changed: string[] = []
  for (const client of wanted) {
    const query = new URLSearchParams({ clientId: client.clientId })
    const [known] = await api.get<Client[]>(`/${realm}/clients?${query}`)
    if (known && covers(known, client)) continue
    if (known) await correct(api, `/${realm}/clients/${known.id}`, known, client)
    else await api.post(`/${realm}/clients`, client)
    changed.push(`client ${client.clientId}`)
  }
  return changed
}

async function correct(api: AdminApi, path: string, known: Client, wanted: ClientWanted): Promise<void> {
  const { protocolMappers: mappers, ...settings } = wanted
  await api.put(path, { ...known, ...settings, attributes: { ...known.attributes, ...wanted.attributes } })
  // Keycloak takes mappers with a new client only.
  if (!Array.isArray(mappers)) return
  const has = await api.get<Named[]>(`${path}/protocol-mappers/models`)
  const names = new Set(mappers.map(({ name }: Named) => name))
  for (const mapper of has)
    if (!names.has(mapper.name)) await api.remove(`${path}/protocol-mappers/models/${mapper.id}`)
  for (const mapper of mappers as Named[]) {
    const same = has.find(({ name }) => name === mapper.name)
    if (!same) await api.post(`${path}/protocol-mappers/models`, mapper)
    else if (!covers(same, mapper))
      await api.put(`${path}/protocol-mappers/models/${same.id}`, { ...mapper, id: same.id })
  }
}

/** Gives the accounts of our clients their roles. */
export async function settleServiceAccounts(
  api: AdminApi,
  realm: string,
  wanted: readonly UserWanted[],
): Promise<string[]> {
  const changed: string[] = []
  for (const { serviceAccountClientId = '', realmRoles } of wanted) {
    const query = new URLSearchParams({ clientId: serviceAccountClientId })
    const [client] = await api.get<Client[]>(`/${realm}/clients?${query}`)
    if (!client) throw new Error(`There is no client ${serviceAccountClientId}.`)
    const account = await api.get<{ id: string }>(`/${realm}/clients/${client.id}/service-account-user`)
    const path = `/${realm}/users/${account.id}/role-mappings/realm`
    const has = await api.get<Named[]>(path)
    const missing = realmRoles.filter((role) => !has.some(({ name }) => name === role))
    if (missing.length === 0) continue
    const roles = await Promise.all(
      missing.map((role) => api.get<Named>(`/${realm}/roles/${encodeURIComponent(role)}`)),
    )
    await api.post(path, roles)
    changed.push(`roles of client ${serviceAccountClientId}`)
  }
  return changed
}
