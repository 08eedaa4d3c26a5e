/** The demonstration accounts: one for each role, and named after it. All have the same password. */
export const accounts = ['admin', 'editor', 'moderator', 'committee', 'contributor', 'partner', 'treasurer'] as const
export type Account = (typeof accounts)[number]
export const password = 'demo'
