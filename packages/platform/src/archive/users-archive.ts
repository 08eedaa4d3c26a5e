import { z } from 'zod'
import { type ContentDigest, createContentDigest } from './content-digest.ts'
import type { Part } from './manifest.ts'
import { createPart, linesOf } from './part-file.ts'

/** A person who signs in. No password: one cannot be read from any provider, and the embedded one's are printed on its page. */
const archivedUser = z.object({
  /** What other stores remember of them: kept. */
  id: z.string(),
  username: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  email: z.string(),
  roles: z.array(z.string()),
})
export type ArchivedUser = z.infer<typeof archivedUser>

/** Where users are kept. */
export type UserDirectory = {
  list(): Promise<ArchivedUser[]>
  /** Adds people; they choose a password when they first sign in. Absent: nobody can be added. */
  add?(users: ArchivedUser[]): Promise<number>
}

/** Without the name by which they sign in: a realm may make it the e-mail address. */
const identityOf = ({ id, email, roles }: ArchivedUser) => JSON.stringify([id, email.toLowerCase(), [...roles].sort()])

export async function exportUsers(folder: string, directory: UserDirectory): Promise<Part> {
  const part = await createPart(folder, { store: 'users', name: 'utilisateurs', file: 'users/users.jsonl' })
  for (const user of await directory.list()) await part.line(JSON.stringify(user), identityOf(user))
  return part.end()
}

async function usersOf(folder: string, part: Part): Promise<ArchivedUser[]> {
  const users: ArchivedUser[] = []
  for await (const line of linesOf(folder, part)) users.push(archivedUser.parse(JSON.parse(line)))
  return users
}

/** @returns how many were added */
export async function importUsers(folder: string, part: Part, directory: UserDirectory): Promise<number> {
  const known = new Set((await directory.list()).map(({ id }) => id))
  const missing = (await usersOf(folder, part)).filter(({ id }) => !known.has(id))
  return missing.length > 0 && directory.add ? directory.add(missing) : 0
}

/** What the directory holds of the users of a part; it may know others. */
export async function digestOfUsers(folder: string, part: Part, directory: UserDirectory): Promise<ContentDigest> {
  const wanted = new Set((await usersOf(folder, part)).map(({ id }) => id))
  const digest = createContentDigest()
  for (const user of await directory.list()) if (wanted.has(user.id)) digest.add(identityOf(user))
  return digest
}
