import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publicAddress, readSiteAddresses } from './site-addresses.ts'

test('the gateway tells where each site is read', () => {
  const addresses = readSiteAddresses('{"portal":"https://www.exemple.fr/","heritage":"https://patrimoine.exemple.fr"}')
  assert.equal(publicAddress(addresses, 'portal', '/amenager'), 'https://www.exemple.fr/amenager')
  assert.equal(publicAddress(addresses, 'heritage', '/'), 'https://patrimoine.exemple.fr/')
  assert.equal(publicAddress(addresses, 'scic', '/'), undefined)
})

test('when it says nothing, only the portal is linked, on this very host', () => {
  for (const silence of ['__PMQ_SITES__', '', null, '[]x', '3']) {
    assert.equal(publicAddress(readSiteAddresses(silence), 'portal', '/amenager'), '/amenager')
    assert.equal(publicAddress(readSiteAddresses(silence), 'heritage', '/'), undefined)
  }
})

test('an address that is not one of the web is never linked', () => {
  assert.equal(publicAddress(readSiteAddresses('{"portal":"javascript:alert(1)//"}'), 'portal', '/x'), undefined)
})
