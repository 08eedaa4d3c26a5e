import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

export type PasswordHash = { salt: Buffer; key: Buffer }

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)
const cost: ScryptOptions = { N: 16_384, r: 8, p: 1 } // 16 MiB and some 40 ms for each try
const keyBytes = 32

/** Hashes a password with its own random salt. */
export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16)
  return { salt, key: await derive(password, salt, keyBytes, cost) }
}

/** Whether this is the password, in a time that does not tell how near it was. */
export async function passwordMatches(password: string, { salt, key }: PasswordHash): Promise<boolean> {
  return timingSafeEqual(await derive(password, salt, keyBytes, cost), key)
}
