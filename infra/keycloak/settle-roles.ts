import type { AdminApi } from './admin-api.ts'
import type { RoleWanted } from './realm-file.ts'

type Role = { id: string; name: string; description?: string }

/** Makes the roles that are missing, and joins them as wanted. Roles of Keycloak's own that are joined to ours stay so. */
export async function settleRoles(api: AdminApi, realm: string, wanted: readonly RoleWanted[]): Promise<string[]> {
  const changed: string[] = []
  const path = (name: string) => `/${realm}/roles/${encodeURIComponent(name)}`
  for (const { name, description } of wanted) {
    const known = await api.find<Role>(path(name))
    if (!known) await api.post(`/${realm}/roles`, { name, description })
    else if (known.description !== description) await api.put(path(name), { ...known, description })
    else continue
    changed.push(`role ${name}`)
  }
  const ours = new Set(wanted.map(({ name }) => name))
  for (const { name, composites } of wanted) {
    if (!composites) continue
    const joined = await api.get<Role[]>(`${path(name)}/composites/realm`)
    const missing = composites.realm.filter((one) => !joined.some((other) => other.name === one))
    const tooMany = joined.filter((one) => ours.has(one.name) && !composites.realm.includes(one.name))
    if (missing.length > 0) {
      const roles = await Promise.all(missing.map((one) => api.get<Role>(path(one))))
      await api.post(`${path(name)}/composites`, roles)
    }
    if (tooMany.length > 0) await api.remove(`${path(name)}/composites`, tooMany)
    if (missing.length + tooMany.length > 0) changed.push(`what role ${name} contains`)
  }
  return changed
}
