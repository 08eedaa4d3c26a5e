import assert from 'node:assert/strict'
import { test } from 'node:test'
import { authenticate, type Signable } from './authenticate.ts'
import { signatureOf } from './signature-v4.ts'

const credentials = { accessKey: 'AK', secretKey: 'SK', region: 'us-east-1' }
const now = new Date('2026-03-01T12:00:00Z')
const scopeOf = (day: string) => `${day}/us-east-1/s3/aws4_request`
const stamp = (at: Date) => at.toISOString().replaceAll(/[-:]|\.\d+/g, '')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)

type Change = {
  at?: Date
  credential?: string
  signedHeaders?: string[]
  extra?: Record<string, string>
  secretKey?: string
  payload?: string
  authorization?: string
}

/** A GET of /media/a signed in its headers, with something different about it. */
function signedByHeaders(change: Change = {}): Signable {
  const { at = now, extra = {}, payload = 'UNSIGNED-PAYLOAD', secretKey = credentials.secretKey } = change
  const timestamp = stamp(at)
  const day = timestamp.slice(0, 8)
  const sent: Record<string, string> = { host: 'h', 'x-amz-content-sha256': payload, 'x-amz-date': timestamp, ...extra }
  const names = change.signedHeaders ?? Object.keys(sent).sort()
  const request = { method: 'GET', path: '/media/a', query: new Map<string, string>() }
  const headers = names.map((name) => [name, [sent[name] ?? '']] as const)
  const signature = signatureOf({ ...request, headers, payload }, secretKey, { day, region: 'us-east-1' }, timestamp)
  const credential = change.credential ?? `AK/${scopeOf(day)}`
  const authorization =
    change.authorization ??
    `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`
  const all = Object.entries({ ...sent, authorization }).map(([name, value]) => [name, [value]])
  return { ...request, headers: Object.fromEntries(all) }
}

/** A GET of /media/a with a signed address; `query` is changed after signing when `after` says so. */
function signedAddress(
  change: { at?: Date; query?: Record<string, string>; after?: Record<string, string> } = {},
): Signable {
  const timestamp = stamp(change.at ?? now)
  const day = timestamp.slice(0, 8)
  const query = {
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `AK/${scopeOf(day)}`,
    'X-Amz-Date': timestamp,
    'X-Amz-Expires': '60',
    'X-Amz-SignedHeaders': 'host',
    ...change.query,
  }
  const request = { method: 'GET', path: '/media/a' }
  const headers = [['host', ['h']]] as const
  const signature = signatureOf(
    { ...request, query: Object.entries(query), headers, payload: 'UNSIGNED-PAYLOAD' },
    credentials.secretKey,
    { day, region: 'us-east-1' },
    timestamp,
  )
  const all = { ...query, 'X-Amz-Signature': signature, ...change.after }
  return { ...request, query: new Map(Object.entries(all)), headers: { host: ['h'] } }
}

const verdict = (request: Signable, at = now) => {
  try {
    return authenticate(request, credentials, at)
  } catch (error) {
    return (error as { code: string }).code
  }
}

test('a request signed with the right keys is known, and says what its body must be', () => {
  assert.equal(verdict(signedByHeaders()), 'UNSIGNED-PAYLOAD')
  assert.equal(verdict(signedByHeaders({ payload: 'a'.repeat(64) })), 'a'.repeat(64))
  assert.equal(verdict(signedAddress()), 'UNSIGNED-PAYLOAD')
})

test('a request with another secret, key, region or service is refused', () => {
  assert.equal(verdict(signedByHeaders({ secretKey: 'other' })), 'SignatureDoesNotMatch')
  assert.equal(verdict(signedByHeaders({ credential: `OTHER/${scopeOf('20260301')}` })), 'InvalidAccessKeyId')
  for (const scope of [
    '20260301/eu-west-3/s3/aws4_request',
    '20260301/us-east-1/ec2/aws4_request',
    '20260301/us-east-1/s3',
  ]) {
    assert.equal(verdict(signedByHeaders({ credential: `AK/${scope}` })), 'AuthorizationHeaderMalformed', scope)
  }
  assert.equal(verdict(signedByHeaders({ credential: `AK/${scopeOf('20260228')}` })), 'AuthorizationHeaderMalformed')
})

test('a request without a signature, or with another kind, is refused', () => {
  assert.equal(verdict({ method: 'GET', path: '/', query: new Map(), headers: { host: ['h'] } }), 'AccessDenied')
  const malformed = [
    'AWS AK:c2lnbmF0dXJl',
    'Bearer x',
    'AWS4-HMAC-SHA256',
    'AWS4-HMAC-SHA256 Credential=AK, SignedHeaders=host, Signature=',
  ]
  for (const authorization of malformed) {
    assert.equal(verdict(signedByHeaders({ authorization })), 'AuthorizationHeaderMalformed', authorization)
  }
})

test('a clock that differs by more than 15 minutes is refused', () => {
  assert.equal(verdict(signedByHeaders({ at: minutes(-14) })), 'UNSIGNED-PAYLOAD')
  assert.equal(verdict(signedByHeaders({ at: minutes(14) })), 'UNSIGNED-PAYLOAD')
  assert.equal(verdict(signedByHeaders({ at: minutes(-16) })), 'RequestTimeTooSkewed')
  assert.equal(verdict(signedByHeaders({ at: minutes(16) })), 'RequestTimeTooSkewed')
})

test('the host and every x-amz header must be signed', () => {
  const signed = ['host', 'x-amz-content-sha256', 'x-amz-date']
  const smuggled = { 'x-amz-copy-source': '/media/secret' }
  assert.equal(verdict(signedByHeaders({ extra: smuggled, signedHeaders: signed })), 'AccessDenied')
  assert.equal(verdict(signedByHeaders({ extra: smuggled })), 'UNSIGNED-PAYLOAD')
  assert.equal(verdict(signedByHeaders({ signedHeaders: signed.slice(1) })), 'AccessDenied')
  const address = signedAddress()
  assert.equal(
    verdict({ ...address, headers: { ...address.headers, 'x-amz-copy-source': ['/media/secret'] } }),
    'AccessDenied',
  )
})

test('a signed address serves until it expires, and not before its time', () => {
  assert.equal(verdict(signedAddress(), minutes(1)), 'UNSIGNED-PAYLOAD')
  assert.equal(verdict(signedAddress(), new Date(minutes(1).getTime() + 1)), 'AccessDenied')
  assert.equal(verdict(signedAddress({ at: minutes(16) })), 'AccessDenied')
})

test('an address that was changed after it was signed is refused', () => {
  for (const after of [
    { 'X-Amz-Expires': '600' },
    { 'response-content-type': 'text/html' },
    { 'X-Amz-Signature': '0'.repeat(64) },
  ]) {
    assert.equal(verdict(signedAddress({ after })), 'SignatureDoesNotMatch', JSON.stringify(after))
  }
  assert.equal(verdict({ ...signedAddress(), method: 'PUT' }), 'SignatureDoesNotMatch')
  assert.equal(verdict({ ...signedAddress(), path: '/media/b' }), 'SignatureDoesNotMatch')
})

test('an address that is not well formed is refused', () => {
  for (const expires of ['0', '-1', '604801', '1e3', 'x', '']) {
    const request = signedAddress({ query: { 'X-Amz-Expires': expires } })
    assert.equal(verdict(request), 'AuthorizationQueryParametersError', expires)
  }
  for (const after of [
    { 'X-Amz-Signature': '' },
    { 'X-Amz-Signature': 'é' },
    { 'X-Amz-Algorithm': 'AWS4-ECDSA' },
    { 'X-Amz-Credential': 'AK' },
  ]) {
    assert.equal(verdict(signedAddress({ after })), 'AuthorizationQueryParametersError', JSON.stringify(after))
  }
  const both = signedAddress()
  assert.equal(
    verdict({ ...both, headers: { ...both.headers, authorization: ['AWS4-HMAC-SHA256 x'] } }),
    'InvalidArgument',
  )
})
