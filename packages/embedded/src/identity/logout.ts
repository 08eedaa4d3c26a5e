import type { Context, Next } from './http.ts'
import type { IdentityStore } from './identity-store.ts'
import { renderLogoutQuestion } from './logout-page.ts'
import type { Site } from './site.ts'

type Deps = { site: Site; store: IdentityStore }

/**
 * oidc-provider's hook for a browser that has a session. An ID token of this very session proves that the application
 * asks for its own user, who is then out at once; without it, any page of the web could sign people out, so we ask them.
 */
export async function answerLogout(ctx: Context, form: string, { site, store }: Deps): Promise<void> {
  const { session, entities } = ctx.oidc
  if (session && session.uid === entities.IdTokenHint?.payload.sid) {
    store.endSession(session.uid)
    return leave(ctx, site)
  }
  ctx.set(site.pageHeaders)
  ctx.body = renderLogoutQuestion(form, site.home)
}

/**
 * Runs after oidc-provider's routes. For a browser without a session the library answers a page that submits itself
 * with a script; nothing is left to be ended there, so we send the browser on. The session that the ID token names is
 * ended all the same, as Keycloak does: the cookie may be gone, the refresh tokens are not.
 */
export function leaveWithoutSession({ site, store }: Deps) {
  return async (ctx: Context, next: Next): Promise<void> => {
    await next()
    const oidc = ctx.oidc as Context['oidc'] | undefined
    if (oidc?.route !== 'end_session' || ctx.status !== 200 || !oidc.session || oidc.session.accountId) return
    const hinted = oidc.entities.IdTokenHint?.payload.sid
    if (typeof hinted === 'string') store.endSession(hinted)
    await leave(ctx, site)
  }
}

/** Forgets the browser's session and sends it where the application wants it. */
async function leave(ctx: Context, site: Site) {
  const { params, session, cookies } = ctx.oidc
  await session?.destroy()
  cookies.set(site.cookies.session, null, site.sessionCookieOptions)
  const wanted = params?.post_logout_redirect_uri // the library keeps it only when it is the client's own
  const target = new URL(typeof wanted === 'string' ? wanted : ctx.oidc.urlFor('end_session_success'))
  if (typeof wanted === 'string' && typeof params?.state === 'string') target.searchParams.set('state', params.state)
  ctx.status = 303
  ctx.redirect(target.href)
  ctx.body = ''
}
