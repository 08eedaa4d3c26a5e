import type { ApiFetch, Route } from '@pmq/platform/http'
import type { TestIssuer } from '../identity/test-issuer.ts'
import { type ForgedToken, forgedTokens } from './forged-tokens.ts'
import { everybody, type Who } from './table.ts'

export type Asked = {
  /** Below the service or the gateway: whole paths. */
  ask: ApiFetch
  provider: TestIssuer
  /** Who may call what, as it was reviewed: `GET /api/content/articles` → columns. */
  table: ReadonlyMap<string, ReadonlySet<Who>>
  /** What is served: routes that the table does not know are findings too. */
  routes: readonly string[]
}
export type Finding = { route: string; who: string; status: number; expected: string }

/** The same routes with handlers that do nothing: who gets as far as them was let in, whatever he asked for. */
export const withHollowHandlers = (routes: readonly Route[]): Route[] =>
  routes.map((route) => ({
    ...route,
    spec: { ...route.spec, answers: { 204: null }, handle: async () => undefined },
  }))

/** The path with ids that name nothing but are well-formed. */
const pathOf = (route: string) =>
  (route.split(' ')[1] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => (name === 'site' ? 'portal' : 'nothing'))

/**
 * Tries every route as everybody, and with every forged token. Nobody is refused for any other reason than who he is
 * when he gets 401 or 403, so anything else means that he was let in.
 * @returns what is not as the table says
 */
export async function playMatrix({
  ask,
  provider,
  table,
  routes,
}: Asked): Promise<{ asked: number; findings: Finding[] }> {
  const findings: Finding[] = []
  let asked = 0
  const forged = await forgedTokens(provider) // before the good ones: it changes the keys
  const tokens = new Map<Who, string | undefined>(
    await Promise.all(
      everybody.map(async (who): Promise<[Who, string | undefined]> => {
        if (who === 'nobody') return [who, undefined]
        return [who, await provider.mint({ roles: who === 'signed-in' ? [] : [who] })]
      }),
    ),
  )

  const send = async (route: string, authorization: string | undefined) => {
    asked += 1
    const [method = ''] = route.split(' ')
    const answer = await ask(pathOf(route), {
      method,
      headers: {
        'if-match': '"1"',
        'content-type': 'application/json',
        ...(authorization ? { authorization } : {}),
      },
      ...(method === 'POST' || method === 'PUT' ? { body: '{}' } : {}),
    })
    return { status: answer.status, body: await answer.text() }
  }
  const tryAs = async (route: string, who: Who, allowed: boolean) => {
    const token = tokens.get(who)
    const { status } = await send(route, token && `Bearer ${token}`)
    const expected = allowed ? 'let in' : who === 'nobody' ? '401' : '403'
    const right = allowed ? status < 500 && status !== 401 && status !== 403 : String(status) === expected
    if (!right) findings.push({ route, who, status, expected })
  }
  const tryForged = async (route: string, { name, token, code }: ForgedToken) => {
    const { status, body } = await send(route, `Bearer ${token}`)
    if (status !== 401 || !body.includes(`"${code}"`)) findings.push({ route, who: name, status, expected: code })
  }

  for (const route of routes) {
    const reviewed = table.get(route)
    if (!reviewed) findings.push({ route, who: 'the table', status: 0, expected: 'a line' })
    else for (const who of everybody) await tryAs(route, who, reviewed.has(who))
    // Even where nobody need sign in: a token that is shown must be good.
    for (const token of forged) await tryForged(route, token)
  }
  return { asked, findings }
}
