import { timingSafeEqual } from 'node:crypto'
import { S3Error } from './s3-error.ts'
import { signatureOf } from './signature-v4.ts'

export type Credentials = { accessKey: string; secretKey: string; region: string }

/** The part of a request that its signature is about. */
export type Signable = {
  method: string
  path: string
  query: ReadonlyMap<string, string>
  headers: Readonly<Record<string, string[] | undefined>>
}

type Claim = {
  credential: string
  signedHeaders: string[]
  signature: string
  timestamp: string
  payload: string
  /** Seconds that a signed address lives. */
  expires?: number
}

const minutes = 60_000
const skew = 15 * minutes
const longestLife = 7 * 24 * 3600 // seconds
const unsigned = 'UNSIGNED-PAYLOAD'

/**
 * Checks the AWS Signature Version 4 of a request, in its headers or in its address.
 * @returns what the signature says of the body: a SHA-256 in hexadecimal, or `UNSIGNED-PAYLOAD`
 * @throws S3Error with S3's own code for each way to be wrong
 */
export function authenticate(request: Signable, credentials: Credentials, now: Date): string {
  const claim = request.query.has('X-Amz-Algorithm') ? claimOfAddress(request) : claimOfHeaders(request)
  const scope = checkScope(claim, credentials)
  checkTime(claim, now)
  checkCoverage(claim, request)

  const query = [...request.query].filter(([name]) => name !== 'X-Amz-Signature')
  const headers = claim.signedHeaders.map((name) => [name, request.headers[name] ?? ['']] as const)
  const { method, path } = request
  const expected = signatureOf(
    { method, path, query, headers, payload: claim.payload },
    credentials.secretKey,
    scope,
    claim.timestamp,
  )
  if (!timingSafeEqual(Buffer.from(claim.signature), Buffer.from(expected))) {
    throw new S3Error('SignatureDoesNotMatch', 'The signature is not the one that the secret key gives.')
  }
  return claim.payload
}

function claimOfHeaders({ headers }: Signable): Claim {
  const authorization = single(headers, 'authorization')
  if (authorization === undefined) throw new S3Error('AccessDenied', 'Every request must be signed.')
  const match = /^AWS4-HMAC-SHA256 +Credential=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([0-9a-f]{64})$/.exec(
    authorization,
  )
  const [, credential, signedHeaders, signature] = match ?? []
  if (credential === undefined || signedHeaders === undefined || signature === undefined) {
    throw new S3Error('AuthorizationHeaderMalformed', 'The header Authorization is not AWS4-HMAC-SHA256.')
  }
  const payload = single(headers, 'x-amz-content-sha256')
  if (payload === undefined) throw new S3Error('InvalidRequest', 'The header x-amz-content-sha256 is missing.')
  const timestamp = single(headers, 'x-amz-date')
  if (timestamp === undefined) throw new S3Error('AccessDenied', 'The header x-amz-date is missing.')
  return { credential, signedHeaders: signedHeaders.split(';'), signature, timestamp, payload }
}

function claimOfAddress({ headers, query }: Signable): Claim {
  if (headers.authorization) throw new S3Error('InvalidArgument', 'A request is signed in one place only.')
  const parameter = (name: string) => {
    const value = query.get(`X-Amz-${name}`)
    if (!value) throw new S3Error('AuthorizationQueryParametersError', `The parameter X-Amz-${name} is missing.`)
    return value
  }
  const expires = parameter('Expires')
  const signature = parameter('Signature')
  const wellFormed = parameter('Algorithm') === 'AWS4-HMAC-SHA256' && /^[0-9a-f]{64}$/.test(signature)
  if (!wellFormed || !/^[1-9]\d{0,5}$/.test(expires) || Number(expires) > longestLife) {
    const rule = `X-Amz-Algorithm is AWS4-HMAC-SHA256, X-Amz-Expires 1 to ${longestLife} seconds.`
    throw new S3Error('AuthorizationQueryParametersError', rule)
  }
  const signedHeaders = parameter('SignedHeaders').split(';')
  const payload = signedHeaders.includes('x-amz-content-sha256') ? single(headers, 'x-amz-content-sha256') : unsigned
  return {
    credential: parameter('Credential'),
    signedHeaders,
    signature,
    timestamp: parameter('Date'),
    payload: payload ?? unsigned,
    expires: Number(expires),
  }
}

function checkScope({ credential, timestamp, expires }: Claim, { accessKey, region }: Credentials) {
  const malformed = expires === undefined ? 'AuthorizationHeaderMalformed' : 'AuthorizationQueryParametersError'
  const parts = credential.split('/')
  const [day, scopeRegion, service, end] = parts.slice(-4)
  if (parts.length < 5 || day === undefined || service !== 's3' || end !== 'aws4_request') {
    throw new S3Error(malformed, 'The credential must be KEY/YYYYMMDD/REGION/s3/aws4_request.')
  }
  if (parts.slice(0, -4).join('/') !== accessKey) {
    throw new S3Error('InvalidAccessKeyId', 'The access key is not known here.')
  }
  if (scopeRegion !== region) throw new S3Error(malformed, `The region is "${region}".`, { Region: region })
  if (!timestamp.startsWith(`${day}T`)) {
    throw new S3Error(malformed, 'The day of the credential is not the day of the request.')
  }
  return { day, region }
}

function checkTime({ timestamp, expires }: Claim, now: Date) {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(timestamp) ?? []
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  if (Number.isNaN(signedAt)) throw new S3Error('AccessDenied', 'The date must be YYYYMMDDTHHMMSSZ.')
  if (expires === undefined) {
    if (Math.abs(now.getTime() - signedAt) > skew) {
      throw new S3Error('RequestTimeTooSkewed', 'The clocks of client and server differ by more than 15 minutes.')
    }
    return
  }
  if (signedAt - now.getTime() > skew) throw new S3Error('AccessDenied', 'The signed address is not valid yet.')
  if (now.getTime() > signedAt + expires * 1000) throw new S3Error('AccessDenied', 'The signed address has expired.')
}

/** A header that changes what the request does must be signed, or an address given to a browser could be bent. */
function checkCoverage({ signedHeaders }: Claim, { headers }: Signable) {
  const mustBeSigned = ['host', ...Object.keys(headers).filter((name) => name.startsWith('x-amz-'))]
  const missing = mustBeSigned.filter((name) => !signedHeaders.includes(name))
  if (missing.length > 0) throw new S3Error('AccessDenied', `These headers must be signed: ${missing.join(', ')}.`)
}

const single = (headers: Signable['headers'], name: string) => headers[name]?.[0]
