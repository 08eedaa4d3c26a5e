import { TokenRefused, type TokenVerifier } from '@pmq/platform/auth'
import type { Log } from '@pmq/platform/log'
import express, { type Request, type Response, Router } from 'express'
import type { PageLink } from '../problems/error-page.ts'
import { refuseOtherMethods } from '../problems/other-methods.ts'
import { problems } from '../problems/problem.ts'
import { sendProblem } from '../problems/send-problem.ts'
import type { RateLimits } from '../rate-limits/rate-limits.ts'
import type { CsrfGuard } from '../sessions/csrf.ts'
import { ProviderRefused, ProviderUnavailable } from '../sessions/provider-errors.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { newSignInSecrets, type Provider } from './provider.ts'
import { returnAddress } from './return-address.ts'
import type { SignInAttempts } from './sign-in-attempts.ts'

export type SignInDeps = {
  publicUrl: URL
  provider: Provider
  attempts: SignInAttempts
  sessions: Sessions
  csrf: CsrfGuard
  limits: RateLimits
  verifier: Pick<TokenVerifier, 'verify'>
  log: Log
}

/** Below /auth, on the portal only: signing in at the identity provider, being somebody, signing out there too. */
export function signInRoutes(deps: SignInDeps): Router {
  const router = Router({ caseSensitive: true, strict: true })
  router.use((_req, res, next) => {
    res.setHeader('cache-control', 'no-store')
    next()
  })
  const { limit } = deps.limits
  router.get('/auth/sign-in', limit('signIn'), (req, res) => beginSignIn(deps, req, res))
  router.get('/auth/callback', limit('signIn'), (req, res) => finishSignIn(deps, req, res))
  router.get('/auth/me', limit('apiReads'), (req, res) => tellWho(deps, req, res))
  router.post('/auth/sign-out', limit('apiWrites'), express.urlencoded({ extended: false, limit: '8kb' }), (req, res) =>
    signOut(deps, req, res),
  )
  router.all(['/auth/sign-in', '/auth/callback', '/auth/me'], refuseOtherMethods('GET, HEAD'))
  router.all('/auth/sign-out', refuseOtherMethods('POST'))
  return router
}

async function beginSignIn({ publicUrl, provider, attempts, log }: SignInDeps, req: Request, res: Response) {
  // The provider sends the browser back to the public address: the cookie of the attempt must be there, not on an alias.
  if (req.hostname.toLowerCase() !== publicUrl.hostname)
    return res.redirect(302, new URL(req.originalUrl, publicUrl).href)
  const to = returnAddress(req.query.to, publicUrl)
  const secrets = newSignInSecrets()
  try {
    const address = await provider.signInAddress(secrets)
    await attempts.keep(req, res, { ...secrets, to })
    res.redirect(302, address.href)
  } catch (error) {
    refuse(error, req, res, log, signInAgain(to))
  }
}

async function finishSignIn(deps: SignInDeps, req: Request, res: Response) {
  const { publicUrl, provider, attempts, sessions, log } = deps
  const state = req.query.state
  const attempt = typeof state === 'string' ? await attempts.take(req, res, state) : undefined
  if (!attempt) {
    log.info('a sign-in came back that this browser did not begin, or too late')
    return sendProblem(
      req,
      res,
      { ...problems.malformed, code: 'auth.state', detail: unknownAttempt },
      signInAgain('/'),
    )
  }
  try {
    const cameBackTo = new URL(req.originalUrl, publicUrl)
    await sessions.begin(res, await provider.finishSignIn(cameBackTo, attempt))
    res.redirect(303, attempt.to)
  } catch (error) {
    refuse(error, req, res, log, signInAgain(attempt.to))
  }
}

async function tellWho({ sessions, csrf, verifier }: SignInDeps, req: Request, res: Response) {
  const state = await sessions.of(req, res)
  if (state.is !== 'open') return res.json({ signedIn: false })
  const { id, accessToken, endsAt } = state.session
  try {
    const { subject, name, username, roles } = await verifier.verify(accessToken)
    const expiresAt = new Date(endsAt).toISOString()
    res.json({ signedIn: true, subject, name, username, roles, csrf: csrf.tokenOf(id), expiresAt })
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error
    // No service accepts this token either: better to be signed out than half signed in.
    res.removeHeader('set-cookie')
    sessions.end(req, res)
    res.json({ signedIn: false })
  }
}

/** Answers 303 to the provider for a form; a script that asks for JSON gets the address, as it cannot follow there. */
async function signOut({ sessions, csrf, provider, log }: SignInDeps, req: Request, res: Response) {
  const state = await sessions.of(req, res).catch(() => ({ is: 'over' }) as const)
  if (state.is === 'open') {
    const form: unknown = req.body
    const field = typeof form === 'object' && form !== null && 'csrf' in form ? form.csrf : undefined
    const token = req.get('x-csrf-token') ?? (typeof field === 'string' ? field : undefined)
    if (!csrf.allows(req, state.session.id, token)) return sendProblem(req, res, problems.csrf)
  }
  const idToken = await sessions.idTokenOf(req)
  res.removeHeader('set-cookie') // a renewal on the way in must not outlive the way out
  sessions.end(req, res)
  const to =
    state.is === 'none'
      ? '/'
      : await provider.signOutAddress(idToken).then(
          (address) => address.href,
          (error: unknown) => {
            log.warn({ err: error }, 'signed out here, but not at the identity provider')
            return '/'
          },
        )
  if (req.accepts(['html', 'json']) === 'json') return res.json({ to })
  res.redirect(303, to)
}

const unknownAttempt =
  'Cette connexion n’a pas été commencée dans ce navigateur, ou elle a trop attendu. Rien n’est perdu\u00a0: recommencez.'

const signInAgain = (to: string): PageLink => ({
  href: `/auth/sign-in?to=${encodeURIComponent(to)}`,
  label: 'Se connecter de nouveau',
})

function refuse(error: unknown, req: Request, res: Response, log: Log, link: PageLink) {
  if (error instanceof ProviderUnavailable) {
    log.warn({ err: error }, 'the identity provider does not answer')
    return sendProblem(req, res, problems.providerDown, link)
  }
  if (!(error instanceof ProviderRefused)) throw error
  log.info({ reason: error.message }, 'the identity provider refused a sign-in')
  const detail = 'La connexion a été refusée ou abandonnée. Vous pouvez recommencer.'
  sendProblem(req, res, { ...problems.malformed, code: 'auth.refused', detail }, link)
}
