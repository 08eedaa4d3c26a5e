import { createHash, createHmac } from 'node:crypto'

export type S3Keys = { endpoint: string; region: string; accessKey: string; secretKey: string }

type Signing = {
  /** Path and query, already encoded. */
  target: string
  method?: string
  /** When it is signed; now by default. */
  at?: Date
  /** Headers to sign besides `host`. */
  headers?: Record<string, string>
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const stamp = (at: Date) => `${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`

/**
 * Signs requests as AWS Signature Version 4 says. Written apart from the engine's own code and from the minio
 * client, so that the contract does not check a mistake against itself; it can also sign what a client never would.
 */
export function createS3Signer({ endpoint, region, accessKey, secretKey }: S3Keys) {
  const { host } = new URL(endpoint)

  function sign(
    { target, method = 'GET', at = new Date() }: Signing,
    headers: Record<string, string>,
    payload: string,
  ) {
    const [path = '', query = ''] = target.split('?')
    const pairs = query
      .split('&')
      .filter(Boolean)
      .map((pair) => (pair.includes('=') ? pair : `${pair}=`))
    const names = Object.keys(headers).sort()
    const lines = names.map((name) => `${name}:${headers[name]?.trim()}`)
    const request = [method, path, pairs.sort().join('&'), ...lines, '', names.join(';'), payload].join('\n')
    const scope = [stamp(at).slice(0, 8), region, 's3', 'aws4_request']
    const key = scope.reduce<string | Buffer>((before, part) => hmac(before, part), `AWS4${secretKey}`)
    return hmac(key, ['AWS4-HMAC-SHA256', stamp(at), scope.join('/'), sha256(request)].join('\n')).toString('hex')
  }
  const credentialAt = (at: Date) => `${accessKey}/${stamp(at).slice(0, 8)}/${region}/s3/aws4_request`

  return {
    /** The headers of a signed request; `payload` defaults to the SHA-256 of the body. */
    headers(signing: Signing, body: string | Uint8Array = '', payload = sha256(body)): Record<string, string> {
      const { at = new Date(), headers = {} } = signing
      const signed = { ...headers, host, 'x-amz-content-sha256': payload, 'x-amz-date': stamp(at) }
      const signature = sign({ ...signing, at }, signed, payload)
      const list = Object.keys(signed).sort().join(';')
      const authorization = `AWS4-HMAC-SHA256 Credential=${credentialAt(at)}, SignedHeaders=${list}, Signature=${signature}`
      return { ...signed, authorization }
    },

    /** A signed address. */
    address(signing: Signing, expiresInSeconds: number): string {
      const { target, at = new Date(), headers = {} } = signing
      const signed: Record<string, string> = { ...headers, host }
      const parameters = [
        'X-Amz-Algorithm=AWS4-HMAC-SHA256',
        `X-Amz-Credential=${encodeURIComponent(credentialAt(at))}`,
        `X-Amz-Date=${stamp(at)}`,
        `X-Amz-Expires=${expiresInSeconds}`,
        `X-Amz-SignedHeaders=${encodeURIComponent(Object.keys(signed).sort().join(';'))}`,
      ].join('&')
      const full = `${target}${target.includes('?') ? '&' : '?'}${parameters}`
      const signature = sign({ ...signing, at, target: full }, signed, 'UNSIGNED-PAYLOAD')
      return `${endpoint}${full}&X-Amz-Signature=${signature}`
    },
  }
}

export type S3Signer = ReturnType<typeof createS3Signer>
