import { createPrivateKey, randomUUID, sign } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An access token as the embedded provider gives it, by its own key, but good for as long as the longest run takes. */
export async function signToken(
  { dataDir, issuer }: { dataDir: string; issuer: string },
  roles: readonly string[],
): Promise<string> {
  const { signingKey } = JSON.parse(await readFile(join(dataDir, 'identity', 'secrets.json'), 'utf8'))
  const now = Math.floor(Date.now() / 1_000)
  const content = [
    { alg: 'RS256', typ: 'at+jwt', kid: signingKey.kid },
    {
      iss: issuer,
      aud: 'midi-quercy-api',
      sub: randomUUID(),
      typ: 'Bearer',
      azp: 'gateway',
      preferred_username: `fuzz-${roles.join('-')}`,
      realm_access: { roles },
      iat: now,
      exp: now + 12 * 3_600,
    },
  ]
    .map(part)
    .join('.')
  const key = createPrivateKey({ key: signingKey, format: 'jwk' })
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), key).toString('base64url')}`
}
