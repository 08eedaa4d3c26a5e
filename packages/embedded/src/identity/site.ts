import type { IdentityClient } from './options.ts'
import { pageHeaders } from './page.ts'
import { realmPath } from './realm.ts'

/** Where this provider is seen, and what follows from it. */
export type Site = {
  /** Without a path: `http://localhost:8180`. */
  origin: URL
  issuer: string
  /** The application that people sign in to. */
  home: string | undefined
  pageHeaders: Record<string, string>
  cookies: { session: string; interaction: string; resume: string }
  /** How cookies are set; `path` is the session's, the library gives those of one sign-in their own. */
  cookieOptions: { httpOnly: true; sameSite: 'lax'; signed: true; overwrite: true }
  sessionCookieOptions: Site['cookieOptions'] & { path: string }
}

const cookieOptions = { httpOnly: true, sameSite: 'lax', signed: true, overwrite: true } as const

export function createSite(origin: URL, clients: readonly IdentityClient[]): Site {
  const origins = [...new Set(clients.flatMap((client) => client.redirectUris ?? []).map((uri) => new URL(uri).origin))]
  // Cookies know no ports: without one in their names, two copies on this machine would sign each other's users out.
  const prefix = `pmq_identity_${origin.port || 'default'}`
  return {
    origin,
    issuer: `${origin.origin}${realmPath}`,
    home: origins[0],
    pageHeaders: pageHeaders(origins),
    cookies: { session: `${prefix}_session`, interaction: `${prefix}_login`, resume: `${prefix}_resume` },
    cookieOptions,
    sessionCookieOptions: { ...cookieOptions, path: realmPath },
  }
}
