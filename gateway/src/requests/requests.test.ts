import assert from 'node:assert/strict'
import type { IncomingMessage } from 'node:http'
import test from 'node:test'
import { clientAddress, clientGroup } from './client-address.ts'
import { dropForgedHeaders } from './forwarded-headers.ts'

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage // all that is read

test('without proxies of ours, what a client says of its address is not believed', () => {
  assert.equal(clientAddress(from('192.0.2.1', '198.51.100.9'), 0), '192.0.2.1')
  assert.equal(clientAddress(from('::ffff:192.0.2.1'), 0), '192.0.2.1')
})

test('behind n proxies the client is the n-th address from the right', () => {
  assert.equal(clientAddress(from('10.0.0.1', '203.0.113.5, 198.51.100.9'), 1), '198.51.100.9')
  assert.equal(clientAddress(from('10.0.0.1', '6.6.6.6, 198.51.100.9, 10.0.0.2'), 2), '198.51.100.9')
  assert.equal(clientAddress(from('10.0.0.1', '198.51.100.9'), 3), '198.51.100.9')
})

test('an address that is none is replaced by that of the peer', () => {
  for (const forwarded of [undefined, '', 'unknown', '<script>'])
    assert.equal(clientAddress(from('10.0.0.1', forwarded), 1), '10.0.0.1')
})

test('all the addresses of an IPv6 /64 are one client', () => {
  assert.equal(clientGroup('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64')
  assert.equal(clientGroup('2001:db8:1:2::9'), clientGroup('2001:0db8:0001:0002:ffff::1'))
  assert.notEqual(clientGroup('2001:db8:1:3::1'), clientGroup('2001:db8:1:2::1'))
  assert.equal(clientGroup('::1'), '0:0:0:0::/64')
  assert.equal(clientGroup('fe80::1%eth0'), 'fe80:0:0:0::/64')
  assert.equal(clientGroup('192.0.2.1'), '192.0.2.1')
})

test('headers that only the gateway may write are dropped, the others stay', () => {
  const headers = {
    'x-pmq-site': 'scic',
    'x-forwarded-for': '1.1.1.1',
    'x-forwarded-anything': 'x',
    forwarded: 'for=1.1.1.1',
    'x-real-ip': '1.1.1.1',
    'x-original-url': '/admin',
    'x-rewrite-url': '/admin',
    'x-http-method-override': 'DELETE',
    'x-request-id': 'abcdefgh',
    traceparent: '00-1-1-00',
    'proxy-authorization': 'x',
    'x-csrf-token': 't',
    accept: '*/*',
    'if-match': '"1"',
    'idempotency-key': 'k',
  }
  dropForgedHeaders(headers)
  assert.deepEqual(Object.keys(headers), ['x-csrf-token', 'accept', 'if-match', 'idempotency-key'])
})
