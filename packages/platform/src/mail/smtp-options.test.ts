import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smtpOptions } from './smtp-options.ts'

const rules = (url: string) => {
  const { host, port, secure, requireTLS, ignoreTLS } = smtpOptions(url)
  return { host, port, secure, requireTLS, ignoreTLS }
}

test('smtps speaks TLS from the first byte', () => {
  const expected = { host: 'mail.example', port: 465, secure: true, requireTLS: false, ignoreTLS: false }
  assert.deepEqual(rules('smtps://mail.example'), expected)
})

test('a password never travels in clear, except on this machine itself', () => {
  assert.equal(rules('smtp://user:secret@mail.example').requireTLS, true)
  assert.equal(rules('smtp://user:secret@mail.example').port, 587)
  assert.equal(rules('smtp://user:secret@localhost').requireTLS, false)
  assert.equal(rules('smtp://user:secret@localhost.evil.example').requireTLS, true)
})

test('without a password, STARTTLS is used when it is offered, and required when asked for', () => {
  const expected = { host: 'relay', port: 25, secure: false, requireTLS: false, ignoreTLS: false }
  assert.deepEqual(rules('smtp://relay'), expected)
  assert.equal(rules('smtp://relay?tls=required').requireTLS, true)
  assert.equal(rules('smtp://127.0.0.1:1025').ignoreTLS, true)
  assert.equal(rules('smtp://[::1]:1025').ignoreTLS, true)
})

test('users and passwords are decoded', () => {
  assert.deepEqual(smtpOptions('smtps://a%40b.example:p%3A%2Fs@mail.example').auth, {
    user: 'a@b.example',
    pass: 'p:/s',
  })
})

test('a URL that is not one of these is refused', () => {
  for (const url of [
    '',
    'mail.example',
    'http://mail.example',
    'smtp://',
    'smtp://h/path',
    'smtp://h?tls=never',
    'smtp://h?pool=1',
  ]) {
    assert.throws(() => smtpOptions(url), /SMTP_URL/, url)
  }
})
