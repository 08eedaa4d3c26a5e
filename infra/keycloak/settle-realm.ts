import type { AdminApi } from './admin-api.ts'
import { covers } from './covers.ts'
import type { RealmWanted } from './realm-file.ts'

/** The settings of the realm itself: life times, policies, theme, outgoing mail. */
export async function settleSettings(api: AdminApi, wanted: RealmWanted): Promise<string[]> {
  const {
    roles: _,
    clients: __,
    authenticationFlows: ___,
    authenticatorConfig: ____,
    browserFlow: _____,
    users: ______,
    ...settings
  } = wanted
  const known = await api.get<Record<string, unknown>>(`/${wanted.realm}`)
  const { password, ...smtp } = (settings.smtpServer ?? {}) as Record<string, string>
  // Keycloak never tells the mail server's password, so with one there is nothing to compare: it is set each time.
  if (!password && covers(known, { ...settings, smtpServer: withoutEmpty(smtp) })) return []
  await api.put(`/${wanted.realm}`, {
    ...settings,
    smtpServer: withoutEmpty({ ...smtp, ...(password ? { password } : {}) }),
  })
  return ['settings']
}

const withoutEmpty = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))

/** What an account has to say of a person. */
export async function settleUserProfile(
  api: AdminApi,
  realm: string,
  wanted: { attributes: unknown[] },
): Promise<string[]> {
  const path = `/${realm}/users/profile`
  const known = await api.get<{ attributes: unknown[] }>(path)
  if (covers(known.attributes, wanted.attributes)) return []
  await api.put(path, { ...known, ...wanted })
  return ['user profile']
}
