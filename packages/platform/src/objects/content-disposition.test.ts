import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attachmentDisposition } from './content-disposition.ts'

test('a French file name is kept, with a plain one for old programs', () => {
  assert.equal(
    attachmentDisposition('Été à l’église (1).pdf'),
    `attachment; filename="Ete a l_eglise (1).pdf"; filename*=UTF-8''%C3%89t%C3%A9%20%C3%A0%20l%E2%80%99%C3%A9glise%20%281%29.pdf`,
  )
})

test('a name cannot break out of the header, nor hide its extension, nor be a path', () => {
  const hostile = attachmentDisposition('../a"; x="\r\nset-cookie: b\u202egpj.exe')
  assert.ok(!/[\r\n\u202e]/.test(hostile))
  assert.equal(hostile.match(/"/g)?.length, 2)
  assert.ok(!hostile.includes('/'))
})

test('a name that is empty or cut in a pair of surrogates is still a name', () => {
  assert.match(attachmentDisposition(''), /fichier/)
  assert.match(attachmentDisposition(`${'a'.repeat(149)}\u{1F600}`), /^attachment; filename="a+_"/)
})
