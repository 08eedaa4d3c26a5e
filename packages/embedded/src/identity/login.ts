import type { IncomingMessage } from 'node:http'
import type Provider from 'oidc-provider'
import type { Accounts } from './accounts.ts'
import type { Context, Next } from './http.ts'
import type { IdentityStore } from './identity-store.ts'
import { type LoginError, renderLoginPage } from './login-page.ts'
import type { LoginThrottle } from './login-throttle.ts'
import { paths, realmPath } from './realm.ts'
import type { Site } from './site.ts'

type Deps = { provider: Provider; site: Site; accounts: Accounts; throttle: LoginThrottle; store: IdentityStore }

const longestForm = 8_192 // bytes

/** The sign-in page and what its form does. The browser comes here from the authorization address, and goes back to it. */
export function serveLogin({ provider, site, accounts, throttle, store }: Deps) {
  const prefix = `${paths.login}/`

  const show = (ctx: Context, status: number, username: string, error?: LoginError) => {
    ctx.status = status
    ctx.set(site.pageHeaders)
    ctx.body = renderLoginPage({
      action: realmPath + ctx.path,
      username,
      error,
      demoUsers: accounts.all,
      home: site.home,
    })
  }

  const signIn = async (ctx: Context) => {
    const form = await readForm(ctx.req)
    const username = form.get('username')?.trim().slice(0, 254) ?? ''
    const password = form.get('password')?.slice(0, 1024) ?? ''
    const missing = (['username', 'password'] as const).filter((field) => !form.get(field)?.trim())
    if (missing.length > 0) return show(ctx, 422, username, { kind: 'incomplete', missing })

    const key = `${username.toLowerCase()} ${ctx.req.socket.remoteAddress}`
    const seconds = throttle.begin(key)
    if (seconds > 0) {
      ctx.set('retry-after', String(seconds))
      return show(ctx, 429, username, { kind: 'throttled', seconds })
    }
    const user = await accounts.authenticate(username, password)
    if (!user) return show(ctx, 422, username, { kind: 'refused' })
    throttle.succeeded(key)

    await forgetOtherUser(ctx, user.id)
    const back = await provider.interactionResult(ctx.req, ctx.res, {
      // Not remembered: the cookie ends with the browser, as Keycloak's does when nobody ticks "remember me".
      login: { accountId: user.id, amr: ['pwd'], remember: false },
    })
    ctx.status = 303
    ctx.redirect(back)
    ctx.body = ''
  }

  /** Somebody else was signed in by this browser: the library would send a page that needs a script to end their session. */
  const forgetOtherUser = async (ctx: Context, accountId: string) => {
    const interaction = await provider.interactionDetails(ctx.req, ctx.res)
    const before = interaction.session
    if (!before || before.accountId === accountId) return
    interaction.session = undefined
    await interaction.persist()
    store.endSession(before.uid)
  }

  return async (ctx: Context, next: Next): Promise<void> => {
    if (!ctx.path.startsWith(prefix)) return void (await next())
    const interaction = await provider.interactionDetails(ctx.req, ctx.res)
    if (interaction.uid !== ctx.path.slice(prefix.length)) ctx.throw(404)
    if (ctx.method === 'POST') return signIn(ctx)
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') ctx.throw(405)
    const { login_hint: hint } = interaction.params
    const chosen = typeof ctx.query.compte === 'string' ? ctx.query.compte : hint
    show(ctx, 200, typeof chosen === 'string' ? chosen.slice(0, 254) : '')
  }
}

/** @throws an error with a `status`: 413 when the form is longer than any that we send, 400 when it was cut short */
async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const refuse = (status: number, cause?: unknown) =>
    Object.assign(new Error('The form cannot be read.', { cause }), { status })
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > longestForm) throw refuse(413)
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof Error && 'status' in error ? error : refuse(400, error)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}
