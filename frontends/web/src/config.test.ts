import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigError, loadConfig } from '@pmq/platform/config'
import { webConfig } from './config.ts'

const SERVICE_URLS = 'content=http://content:3001; search=http://search:3002'
const urls = ['portal', 'heritage', 'scic', 'produits'].map((site) => `${site}=https://${site}.example.org`)

test('each site has its address', () => {
  const config = loadConfig(webConfig, { SERVICE_URLS, SITE_URLS: urls.join('; ') })
  assert.equal(config.SITE_URLS.scic, 'https://scic.example.org')
  assert.equal(config.SERVICE_URLS.search, 'http://search:3002')
  assert.equal(config.PORT, 4321)
})

test('everything that is missing is told at once', () => {
  const read = () => loadConfig(webConfig, { SITE_URLS: urls.slice(0, 2).join(';') })
  assert.throws(read, (error: ConfigError) => {
    assert.ok(error instanceof ConfigError)
    assert.match(error.message, /SERVICE_URLS/)
    assert.match(error.message, /"scic"[\s\S]*"produits"/)
    return true
  })
})
