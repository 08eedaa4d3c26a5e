import assert from 'node:assert/strict'
import { test } from 'node:test'
import { engineEnvironment, proxiedEnvironment } from './environment.ts'
import { portsFrom } from './ports.ts'
import { engineSettings } from './settings.ts'
import { proxiesOf } from './toxiproxy/proxies.ts'

test('a block of ports makes the addresses by which programs find their engines', () => {
  const environment = engineEnvironment(portsFrom(20_000))
  assert.equal(environment.KAFKA_BROKERS, '127.0.0.1:20000')
  assert.equal(environment.OIDC_ISSUER, 'http://localhost:20002/realms/midi-quercy')
  assert.equal(environment.ELASTICSEARCH_URL, 'http://127.0.0.1:20004')
  assert.equal(environment.SEARCH_ENGINE, 'opensearch')
  assert.match(environment.MONGODB_URI ?? '', /^mongodb:\/\/127\.0\.0\.1:20006\/.*retryWrites=false/)
  assert.equal(environment.S3_ENDPOINT, 'http://127.0.0.1:20007')
  assert.equal(environment.SMTP_URL, 'smtp://127.0.0.1:20010')
})

test('by the fault proxy, each engine that can be troubled is at another address, and nothing else differs', () => {
  const direct = engineEnvironment(portsFrom(20_000))
  const proxied = proxiedEnvironment(portsFrom(20_000))
  const different = Object.keys(direct).filter((name) => direct[name] !== proxied[name])
  assert.deepEqual(different.sort(), [
    'ELASTICSEARCH_URL',
    'KAFKA_BROKERS',
    'MONGODB_URI',
    'OIDC_ISSUER',
    'S3_ENDPOINT',
    'SMTP_URL',
  ])
  for (const { name, listen } of proxiesOf(portsFrom(20_000)))
    assert.ok(Object.values(proxied).join().includes(listen.slice(-5)), name)
})

test('two blocks share neither a port nor data', () => {
  const numbers = (base: number) => JSON.stringify(portsFrom(base)).match(/\d{4,}/g) ?? []
  const first = new Set(numbers(19_600))
  assert.ok(numbers(19_700).every((port) => !first.has(port)))
  const dataOf = (port: string) => engineSettings({ PMQ_ENGINES_PORT: port }).data
  assert.notEqual(dataOf('19600'), dataOf('19700'))
})

test('a port that is none is refused in words', () => {
  assert.throws(() => engineSettings({ PMQ_ENGINES_PORT: 'many' }), /PMQ_ENGINES_PORT/)
})
