import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigError, loadConfig } from '@pmq/platform/config'
import { webConfig } from './config.ts'

const API_URL = 'http://gateway:8080'
const urls = ['portal', 'heritage', 'scic', 'produits'].map((site) => `${site}=https://${site}.example.org`)

test('each site has its address', () => {
  const config = loadConfig(webConfig, { API_URL, SITE_URLS: urls.join('; ') })
  assert.equal(config.SITE_URLS.scic, 'https://scic.example.org')
  assert.equal(config.PORT, 4321)
})

test('everything that is missing is told at once', () => {
  const read = () => loadConfig(webConfig, { SITE_URLS: urls.slice(0, 2).join(';') })
  assert.throws(read, (error: ConfigError) => {
    assert.ok(error instanceof ConfigError)
    assert.match(error.message, /API_URL/)
    assert.match(error.message, /"scic"[\s\S]*"produits"/)
    return true
  })
})
