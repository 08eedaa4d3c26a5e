import { randomBytes } from 'node:crypto'
import { chmod, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import { syncFolder } from '../data-folder/index.ts'

/** What makes this provider itself: lose it and everybody must sign in again. */
export type Secrets = {
  /** RS256, private part included. */
  signingKey: JWK
  /** Signs the cookies of the sign-in pages. */
  cookieKey: string
}

/**
 * The secrets of this folder, made the first time. The file is readable by its owner only, and appears whole or not at all.
 * @throws Error with code `DATA_UNREADABLE` when the file is not what we wrote
 */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  const path = join(dataDir, 'secrets.json')
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return writeSecrets(dataDir, path, await makeSecrets())
  await chmod(path, 0o600) // a copy or a restored backup may have opened it to others
  return readSecrets(path, text)
}

function readSecrets(path: string, text: string): Secrets {
  try {
    const secrets = JSON.parse(text) as Secrets
    if (secrets.signingKey.kid && secrets.cookieKey) return secrets
  } catch {} // said below, without a word of what is in it
  throw Object.assign(new Error(`The file ${path} does not hold the keys of the identity provider.`), {
    code: 'DATA_UNREADABLE',
  })
}

async function makeSecrets(): Promise<Secrets> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = await exportJWK(privateKey)
  const kid = await calculateJwkThumbprint(key)
  return {
    signingKey: { ...key, kid, alg: 'RS256', use: 'sig' },
    cookieKey: randomBytes(32).toString('base64url'),
  }
}

async function writeSecrets(dataDir: string, path: string, secrets: Secrets): Promise<Secrets> {
  const file = await open(`${path}.new`, 'w', 0o600)
  try {
    await file.writeFile(JSON.stringify(secrets, null, 2))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
  await syncFolder(dataDir)
  return secrets
}
