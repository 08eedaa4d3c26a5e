import { createHmac, hash, hkdfSync, timingSafeEqual } from 'node:crypto'
import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose'

/** Locks what the browser keeps for us, and proves that a word is ours. */
export type Keyring = {
  /** Encrypts and authenticates a JSON value (JWE, A256GCM) with the newest secret. */
  seal(value: unknown): Promise<string>
  /** What was sealed; nothing when it was not by us. `old` when the secret was not the newest: seal it again. */
  open(sealed: string): Promise<{ value: unknown; old: boolean } | undefined>
  sign(text: string): string
  isSigned(text: string, signature: string): boolean
}

/**
 * @param secrets the newest first. To change the secret, put a new one before the old one, and take the old one away
 *   when the sessions it sealed are over.
 */
export function createKeyring(secrets: readonly [string, ...string[]]): Keyring {
  const keys = secrets.map((secret) => {
    const derive = (purpose: string) => new Uint8Array(hkdfSync('sha256', secret, '', `pmq-gateway ${purpose}`, 32))
    const sealing = derive('seal')
    return { id: hash('sha256', sealing, 'base64url').slice(0, 8), sealing, signing: derive('sign') }
  })
  const newest = keys[0] as (typeof keys)[number] // the list is never empty
  const signatureOf = (key: typeof newest, text: string) => createHmac('sha256', key.signing).update(text).digest()

  return {
    seal: (value) =>
      new CompactEncrypt(Buffer.from(JSON.stringify(value)))
        // Compressed first: tokens are base64, and the cookie that carries them must stay below 4 kB.
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', zip: 'DEF', kid: newest.id })
        .encrypt(newest.sealing),

    async open(sealed) {
      try {
        const { kid } = decodeProtectedHeader(sealed)
        const key = keys.find(({ id }) => id === kid)
        if (!key) return undefined
        const { plaintext } = await compactDecrypt(sealed, key.sealing, {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        })
        return { value: JSON.parse(Buffer.from(plaintext).toString()), old: key !== newest }
      } catch {
        return undefined // forged, cut, or sealed by a secret that we no longer have: the same to us
      }
    },

    sign: (text) => signatureOf(newest, text).toString('base64url'),
    isSigned(text, signature) {
      const given = Buffer.from(signature, 'base64url')
      return keys.some((key) => {
        const expected = signatureOf(key, text)
        return given.length === expected.length && timingSafeEqual(given, expected)
      })
    },
  }
}
