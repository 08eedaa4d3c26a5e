/** The demonstration accounts: one for each role, and named after it. All have the same password. */
export const accounts = ['admin', 'editor', 'moderator', 'committee', 'contributor', 'partner', 'treasurer'] as const
export type Account = (typeof accounts)[number]
export const password = 'demo'

const signingIn = new Map<Account, Promise<unknown>>()

/** Keycloak refuses two sign-ins of one account at the same moment, as those of somebody who tries passwords. */
export function oneSignInAtATime<Result>(account: Account, signIn: () => Promise<Result>): Promise<Result> {
  const turn = (signingIn.get(account) ?? Promise.resolve()).then(signIn)
  signingIn.set(
    account,
    turn.catch(() => undefined),
  )
  return turn
}
