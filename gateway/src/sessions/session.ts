import { z } from 'zod'

/** A person signed in with this browser. Everything is in the browser's cookie; the gateway remembers nothing. */
export type Session = {
  /** Ours, new at each sign-in: CSRF tokens and rate limits hang on it. */
  id: string
  accessToken: string
  /** Moments are milliseconds since the epoch. */
  accessEndsAt: number
  refreshToken: string | undefined
  /** Whatever the provider renews, the session is over then. */
  endsAt: number
}

export type Tokens = {
  accessToken: string
  accessEndsAt: number
  refreshToken: string | undefined
  idToken: string | undefined
}

/** As long as a session at the identity provider may last (`ssoSessionMaxLifespan` of the realm). */
export const sessionMs = 10 * 3_600_000

/** Short names: every byte is sent with every request. */
const sealedSession = z.object({ s: z.string(), a: z.string(), x: z.number(), r: z.string().optional(), e: z.number() })

export const packSession = ({ id, accessToken, accessEndsAt, refreshToken, endsAt }: Session): unknown => ({
  s: id,
  a: accessToken,
  x: accessEndsAt,
  r: refreshToken,
  e: endsAt,
})

/** What `packSession` made, unless it is over or something else. */
export function unpackSession(value: unknown, now: number): Session | undefined {
  const { success, data } = sealedSession.safeParse(value)
  if (!success || data.e <= now) return undefined
  return { id: data.s, accessToken: data.a, accessEndsAt: data.x, refreshToken: data.r, endsAt: data.e }
}
