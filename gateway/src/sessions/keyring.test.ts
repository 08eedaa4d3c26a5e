import assert from 'node:assert/strict'
import test from 'node:test'
import { createKeyring } from './keyring.ts'

const older = 'a'.repeat(40)
const newer = 'b'.repeat(40)

test('what was sealed is opened, and is not readable before', async () => {
  const keyring = createKeyring([newer])
  const sealed = await keyring.seal({ word: 'secret' })
  assert.doesNotMatch(Buffer.from(sealed, 'base64url').toString('latin1'), /secret/)
  assert.deepEqual(await keyring.open(sealed), { value: { word: 'secret' }, old: false })
})

test('what an older secret sealed is opened and said to be old, until that secret is taken away', async () => {
  const sealed = await createKeyring([older]).seal(1)
  assert.deepEqual(await createKeyring([newer, older]).open(sealed), { value: 1, old: true })
  assert.equal(await createKeyring([newer]).open(sealed), undefined)
})

test('a seal that was changed, cut or made up is no seal', async () => {
  const keyring = createKeyring([newer])
  const sealed = await keyring.seal({ roles: ['viewer'] })
  const parts = sealed.split('.')
  const flipped = parts.with(3, `${parts[3]?.startsWith('A') ? 'B' : 'A'}${parts[3]?.slice(1)}`).join('.')
  const unencrypted = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{}').toString('base64url')}.`
  for (const forged of [flipped, sealed.slice(0, -4), '', 'x', unencrypted])
    assert.equal(await keyring.open(forged), undefined)
})

test('a signature holds for its text only, also when it was made with an older secret', () => {
  const keyring = createKeyring([newer, older])
  assert.equal(keyring.isSigned('a', createKeyring([older]).sign('a')), true)
  assert.equal(keyring.isSigned('b', keyring.sign('a')), false)
  for (const forged of ['', 'x', 'é', keyring.sign('a').slice(0, -2)])
    assert.equal(keyring.isSigned('a', forged), false)
})
