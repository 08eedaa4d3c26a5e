import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkHeaders, checkLine, checkMessageId, parsePerson, personOf, recipientsOf } from './mail.ts'

const invalid = { code: 'mail.invalid' }

test('a recipient is one address, with or without a name', () => {
  assert.deepEqual(personOf('camille@exemple.fr'), { name: '', address: 'camille@exemple.fr' })
  const hostile = [
    'a@b.fr, c@d.fr',
    'a@b.fr\r\nBcc: c@d.fr',
    'a@b.fr c@d.fr',
    '<a@b.fr>',
    'a',
    '@b.fr',
    'a@',
    'a@b@c.fr',
    'Équipe: a@b.fr;',
    'a(b)@c.fr',
    '"a b"@c.fr',
    'a\0@b.fr',
    `${'a'.repeat(65)}@b.fr`,
  ]
  for (const address of hostile) assert.throws(() => personOf(address), invalid, JSON.stringify(address))
  assert.throws(() => personOf({ name: 'A\r\nBcc: c@d.fr', address: 'a@b.fr' }), invalid)
  assert.throws(() => recipientsOf([]), invalid)
})

test('the sender is written as settings write it', () => {
  const expected = { name: 'Pays Midi-Quercy', address: 'lettre@exemple.fr' }
  assert.deepEqual(parsePerson('Pays Midi-Quercy <lettre@exemple.fr>'), expected)
  assert.deepEqual(parsePerson('"Pays Midi-Quercy" <lettre@exemple.fr>'), expected)
  assert.deepEqual(parsePerson('lettre@exemple.fr'), { name: '', address: 'lettre@exemple.fr' })
  assert.throws(() => parsePerson('nobody'), invalid)
})

test('no text can begin another header', () => {
  for (const text of ['a\nb', 'a\rb', 'a\r\nBcc: x@y.fr', 'a\0', 'a\u2028b']) {
    assert.throws(() => checkLine('The subject', text), invalid)
    assert.throws(() => checkHeaders({ 'X-A': text }), invalid)
  }
})

test('the headers that the transport writes cannot be given', () => {
  checkHeaders({ 'List-Unsubscribe': '<https://exemple.fr/u/1>', 'Auto-Submitted': 'auto-generated' })
  for (const name of ['Bcc', 'bcc', 'From', 'Content-Type', 'Message-ID', 'X A', 'X:', 'É', '']) {
    assert.throws(() => checkHeaders({ [name]: 'x' }), invalid, name)
  }
})

test('a Message-ID is unique at a domain, in angle brackets', () => {
  assert.equal(checkMessageId('<a.1@exemple.fr>'), '<a.1@exemple.fr>')
  for (const id of ['a@b', '<a>', '<a@b@c>', '<a b@c>', '<a@b>\r\nBcc: x@y.fr', '<a@b\n>']) {
    assert.throws(() => checkMessageId(id), invalid, id)
  }
})
