import { hash } from 'node:crypto'
import { ProviderUnavailable } from './provider-errors.ts'
import type { Tokens } from './session.ts'

/**
 * Changes a refresh token for new tokens, once. A refresh token is good for one use and a second use ends the session
 * at the provider, while a page sends a dozen requests at once, all with the same cookie: they share one renewal, and
 * those that arrive a little later with the old cookie get its result.
 */
export type Renewal = (refreshToken: string) => Promise<Tokens>

/** How long a browser may still send the cookie of before. */
const rememberedMs = 30_000

/** @param renew asks the provider; rejects with ProviderRefused or ProviderUnavailable */
export function createRenewal(renew: Renewal, clock: () => Date): Renewal {
  const renewals = new Map<string, { tokens: Promise<Tokens>; until: number }>()

  const forgetOld = () => {
    const now = clock().getTime()
    for (const [key, { until }] of renewals) if (until <= now) renewals.delete(key)
  }

  return (refreshToken) => {
    forgetOld()
    const key = hash('sha256', refreshToken, 'base64url')
    const known = renewals.get(key)
    if (known) return known.tokens
    const renewal = { tokens: renew(refreshToken), until: Number.POSITIVE_INFINITY }
    renewals.set(key, renewal)
    renewal.tokens.then(
      () => {
        renewal.until = clock().getTime() + rememberedMs
      },
      (error: unknown) => {
        // A refusal stays one. An outage may be over at the next request.
        if (error instanceof ProviderUnavailable) renewals.delete(key)
        else renewal.until = clock().getTime() + rememberedMs
      },
    )
    return renewal.tokens
  }
}
