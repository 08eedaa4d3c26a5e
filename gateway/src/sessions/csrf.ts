import type { IncomingMessage } from 'node:http'
import type { Keyring } from './keyring.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a request may change something. */
export const isUnsafe = (method: string | undefined): boolean => !safeMethods.has(method ?? '')

/** Keeps other sites from acting in the name of whoever is signed in here. */
export type CsrfGuard = {
  /** The word that a page of ours must repeat in `x-csrf-token`, or in the field `csrf` of a form. */
  tokenOf(sessionId: string): string
  allows(req: IncomingMessage, sessionId: string, token: string | undefined): boolean
}

/** The token is a signature of the session's id: nothing to store, and worthless in another session. */
export function createCsrfGuard(keyring: Keyring): CsrfGuard {
  return {
    tokenOf: (sessionId) => keyring.sign(`csrf ${sessionId}`),
    allows: (req, sessionId, token) =>
      comesFromHere(req) && token !== undefined && keyring.isSigned(`csrf ${sessionId}`, token),
  }
}

/** What browsers say by themselves of where a request comes from. Those that say nothing are judged by the token alone. */
function comesFromHere({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin, host } = headers
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase()
}
