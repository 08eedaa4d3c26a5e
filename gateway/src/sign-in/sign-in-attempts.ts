import { hash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { CookieJar } from '../sessions/cookie-jar.ts'
import type { Keyring } from '../sessions/keyring.ts'
import type { SignInSecrets } from './provider.ts'

/** A sign-in under way: kept in the browser, sealed, so that only this browser can finish it. */
export type SignInAttempt = SignInSecrets & { to: string }

export type SignInAttempts = {
  keep(req: IncomingMessage, res: ServerResponse, attempt: SignInAttempt): Promise<void>
  /** The attempt with this state, once: its cookie is cleared. */
  take(req: IncomingMessage, res: ServerResponse, state: string): Promise<SignInAttempt | undefined>
}

const seconds = 600
const prefix = 'pmq-signin-'
/** Several tabs may sign in at once, each with its cookie; somebody who never finishes must not collect them. */
const mostAtOnce = 4
const sealedAttempt = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
  until: z.number(),
})

export function createSignInAttempts(keyring: Keyring, cookies: CookieJar, clock: () => Date): SignInAttempts {
  const nameFor = (state: string) => prefix + hash('sha256', state, 'hex').slice(0, 8)

  return {
    async keep(req, res, attempt) {
      const others = cookies.names(req, prefix)
      if (others.length >= mostAtOnce) for (const name of others) cookies.clear(req, res, name)
      const until = clock().getTime() + seconds * 1_000
      cookies.write(res, nameFor(attempt.state), await keyring.seal({ ...attempt, until }), { maxAge: seconds })
    },
    async take(req, res, state) {
      const sealed = cookies.read(req, nameFor(state))
      if (sealed === undefined) return undefined
      cookies.clear(req, res, nameFor(state))
      const { success, data } = sealedAttempt.safeParse((await keyring.open(sealed))?.value)
      return success && data.state === state && data.until > clock().getTime() ? data : undefined
    },
  }
}
