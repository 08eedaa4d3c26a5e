import assert from 'node:assert/strict'
import test from 'node:test'
import { ConfigError, loadConfig } from '@pmq/platform/config'
import { gatewayConfig } from './config.ts'

const env = {
  PUBLIC_URL: 'http://localhost:8080',
  SITE_HOSTS:
    'portal=localhost,127.0.0.1; heritage=patrimoine.localhost; scic=scic.localhost; produits=produits.localhost;',
  OIDC_ISSUER: 'http://localhost:8081/realms/midi-quercy',
  OIDC_CLIENT_ID: 'gateway',
  OIDC_CLIENT_SECRET: 'secret',
  SESSION_SECRETS: `${'a'.repeat(32)}, ${'b'.repeat(40)}`,
}
const problemsOf = (changes: Record<string, string>) => {
  try {
    loadConfig(gatewayConfig, { ...env, ...changes })
  } catch (error) {
    assert.ok(error instanceof ConfigError)
    return error.message
  }
  return ''
}

test('the settings are read; each site has one address, by default beside the portal’s', () => {
  const config = loadConfig(gatewayConfig, env)
  assert.deepEqual(config.siteHosts.portal, ['localhost', '127.0.0.1'])
  assert.equal(config.siteUrls.heritage.href, 'http://patrimoine.localhost:8080/')
  assert.equal(config.siteUrls.portal.href, 'http://localhost:8080/')
  assert.deepEqual(config.sessionSecrets, ['a'.repeat(32), 'b'.repeat(40)])
  assert.equal(config.trustedHops, 0)
})

test('the addresses of the sites may be said', () => {
  const SITE_URLS =
    'portal=https://a.example; heritage=https://b.example; scic=https://c.example; produits=https://a.example/produits'
  assert.equal(loadConfig(gatewayConfig, { ...env, SITE_URLS }).siteUrls.heritage.host, 'b.example')
})

test('what is wrong or missing is told at once', () => {
  const message = problemsOf({
    PUBLIC_URL: 'ftp://x',
    SITE_HOSTS: 'portal=localhost; moon=x',
    SESSION_SECRETS: 'short',
    OIDC_CLIENT_SECRET: '',
    RATE_PAGES: '0',
  })
  for (const name of ['PUBLIC_URL', 'SITE_HOSTS', 'SESSION_SECRETS', 'OIDC_CLIENT_SECRET', 'RATE_PAGES'])
    assert.match(message, new RegExp(name))
  assert.match(message, /"moon" is no site/)
  assert.match(message, /nothing is said for "scic"/)
})

test('people sign in at the portal’s address, so it must be one of its hosts', () => {
  assert.match(
    problemsOf({ PUBLIC_URL: 'https://portail.example' }),
    /PUBLIC_URL: its host must be one of the portal’s/,
  )
})
