import type { Role } from '@pmq/platform/auth'

/** An account of the embedded engine. There is no other: they are for trying the platform out. */
export type DemoUser = {
  /** Stable: other services remember it. */
  id: string
  username: string
  password: string
  givenName: string
  familyName: string
  email: string
  roles: readonly Role[]
}

/** An application that may ask for tokens, in the terms of Keycloak's client settings. */
export type IdentityClient = {
  clientId: string
  clientSecret: string
  /** Where the browser may be sent back: whole addresses, or beginnings that end with `/*`. None: nobody signs in by it. */
  redirectUris?: readonly string[]
  /** Where the browser may go after signing out; the redirect addresses by default. */
  postLogoutRedirectUris?: readonly string[]
  /** When given, the client may ask for a token of its own (client credentials), with these roles. */
  serviceAccountRoles?: readonly Role[]
}

/** What crosses to the worker thread: plain data only. */
export type IdentityOptions = {
  /** Created when missing. Sessions, grants and keys are kept there, readable by their owner only. */
  dataDir: string
  /** 0 takes a free one. */
  port: number
  /** The addresses to listen on; only this machine's loopback by default. */
  addresses?: readonly string[]
  /** The address seen by browsers when another server stands before this one, without a path. `http://localhost:PORT` by default. */
  publicUrl?: string
  /** The seven demo accounts by default. */
  users?: readonly DemoUser[]
  clients: readonly IdentityClient[]
  /** Life of an access token. 300 by default, as in the realm of production. */
  accessTokenSeconds?: number
}
