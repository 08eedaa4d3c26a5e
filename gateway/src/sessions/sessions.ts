import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Log } from '@pmq/platform/log'
import type { CookieJar } from './cookie-jar.ts'
import type { Keyring } from './keyring.ts'
import { ProviderRefused, ProviderUnavailable } from './provider-errors.ts'
import type { Renewal } from './renewal.ts'
import { packSession, type Session, sessionMs, type Tokens, unpackSession } from './session.ts'

/** `none`: nobody is signed in. `over`: somebody was; the cookies are cleared. */
export type SessionState = { is: 'open'; session: Session } | { is: 'none' } | { is: 'over' }

export type Sessions = {
  /** Begins a session with the tokens of a sign-in, and gives the browser its cookies. */
  begin(res: ServerResponse, tokens: Tokens): Promise<void>
  /** An open session that needs nothing to be done: what most requests have. Nothing does not mean that there is none. */
  known(req: IncomingMessage): Session | undefined
  /**
   * The session of a request, with an access token that is good for some time yet; cookies are renewed on the way.
   * @throws ProviderUnavailable when the access token is over and cannot be renewed now
   */
  of(req: IncomingMessage, res: ServerResponse): Promise<SessionState>
  /** What the provider wants to see at sign-out: a proof that it comes from us, so that it asks no question. */
  idTokenOf(req: IncomingMessage): Promise<string | undefined>
  end(req: IncomingMessage, res: ServerResponse): void
}

export type SessionsDeps = { keyring: Keyring; cookies: CookieJar; renew: Renewal; clock: () => Date; log: Log }

const sessionCookie = 'pmq-session'
/** Apart, and sent to /auth/ only: it is long, and needed once, at the end. */
const idTokenCookie = 'pmq-id'
const idTokenOptions = { path: '/auth/' }
/** An access token with less than this left is renewed before it is used. */
const marginMs = 30_000
/** Cookies that were opened are remembered, as decrypting costs more than all the rest of a request. */
const opensRemembered = 1_000

export function createSessions({ keyring, cookies, renew, clock, log }: SessionsDeps): Sessions {
  const opened = new Map<string, Session>()
  /** The same by the whole Cookie header, so that it need not be taken apart for each request. */
  const openedByHeader = new Map<string, Session>()

  const open = async (sealed: string): Promise<{ session: Session; old: boolean } | undefined> => {
    const now = clock().getTime()
    const known = opened.get(sealed)
    if (known) return known.endsAt > now ? { session: known, old: false } : undefined
    const content = await keyring.open(sealed)
    const session = content && unpackSession(content.value, now)
    if (!content || !session) return undefined
    if (content.old) return { session, old: true }
    remember(opened, sealed, session)
    return { session, old: false }
  }

  const remember = (sessions: Map<string, Session>, key: string, session: Session) => {
    if (sessions.size >= opensRemembered) sessions.delete(sessions.keys().next().value ?? '')
    sessions.set(key, session)
  }

  const give = async (res: ServerResponse, session: Session, idToken?: string) => {
    const sealed = await keyring.seal(packSession(session))
    remember(opened, sealed, session)
    cookies.write(res, sessionCookie, sealed)
    if (idToken !== undefined) cookies.write(res, idTokenCookie, await keyring.seal(idToken), idTokenOptions)
  }

  const end = (req: IncomingMessage, res: ServerResponse) => {
    cookies.clear(req, res, sessionCookie)
    cookies.clear(req, res, idTokenCookie, idTokenOptions)
  }

  const over = (req: IncomingMessage, res: ServerResponse): SessionState => {
    end(req, res)
    return { is: 'over' }
  }

  return {
    async begin(res, { idToken, ...tokens }) {
      const id = randomBytes(16).toString('base64url')
      await give(res, { id, endsAt: clock().getTime() + sessionMs, ...tokens }, idToken)
    },

    known(req) {
      const session = openedByHeader.get(req.headers.cookie ?? '')
      const now = session && clock().getTime()
      return now && session.endsAt > now && session.accessEndsAt - now > marginMs ? session : undefined
    },

    async of(req, res) {
      const sealed = cookies.read(req, sessionCookie)
      if (sealed === undefined) return { is: 'none' }
      const found = await open(sealed)
      if (!found) return over(req, res)
      const { session, old } = found
      const left = session.accessEndsAt - clock().getTime()
      if (left > marginMs) {
        if (old) await give(res, session)
        else remember(openedByHeader, req.headers.cookie ?? '', session)
        return { is: 'open', session }
      }
      if (session.refreshToken === undefined) return left > 0 ? { is: 'open', session } : over(req, res)
      try {
        const { idToken, ...tokens } = await renew(session.refreshToken)
        const renewed = { ...session, ...tokens, refreshToken: tokens.refreshToken ?? session.refreshToken }
        await give(res, renewed, idToken)
        return { is: 'open', session: renewed }
      } catch (error) {
        if (error instanceof ProviderRefused) {
          log.info({ reason: error.message }, 'the identity provider ended a session')
          return over(req, res)
        }
        if (error instanceof ProviderUnavailable && left > 0) return { is: 'open', session }
        throw error
      }
    },

    async idTokenOf(req) {
      const sealed = cookies.read(req, idTokenCookie, idTokenOptions)
      const content = sealed === undefined ? undefined : await keyring.open(sealed)
      return typeof content?.value === 'string' ? content.value : undefined
    },

    end,
  }
}
