import { randomUUID } from 'node:crypto'
import type { DemoUser } from './options.ts'
import { hashPassword, type PasswordHash, passwordMatches } from './password.ts'

export type Accounts = {
  readonly all: readonly DemoUser[]
  byId(id: string): DemoUser | undefined
  /** The account of this name or e-mail address, if the password is its own. Takes as long when there is none. */
  authenticate(login: string, password: string): Promise<DemoUser | undefined>
}

export function createAccounts(users: readonly DemoUser[]): Accounts {
  const byId = new Map(users.map((user) => [user.id, user]))
  const byLogin = new Map(users.flatMap((user) => [user.username, user.email].map((login) => [fold(login), user])))
  // Hashed at the first try and not at the start: seven hashes would delay every start of the platform.
  const hashes = new Map<string, Promise<PasswordHash>>()
  const hashOf = (key: string, password: string) => {
    const hash = hashes.get(key) ?? hashPassword(password)
    hashes.set(key, hash)
    return hash
  }

  return {
    all: users,
    byId: (id) => byId.get(id),
    async authenticate(login, password) {
      const user = byLogin.get(fold(login))
      const hash = await (user ? hashOf(user.id, user.password) : hashOf('nobody', randomUUID()))
      return (await passwordMatches(password, hash)) ? user : undefined
    },
  }
}

const fold = (login: string) => login.trim().toLowerCase()
