import assert from 'node:assert/strict'
import { test } from 'node:test'
import { qrCode } from './qr-code.ts'

test('a QR code is one path with its quiet zone, the same for the same address', () => {
  const svg = qrCode('https://www.midi-quercy.example/a')
  assert.match(svg, /^<svg[^>]+viewBox="0 0 (\d+) \1"/)
  assert.equal(svg.match(/<path/g)?.length, 1)
  assert.equal(svg, qrCode('https://www.midi-quercy.example/a'))
  assert.notEqual(svg, qrCode('https://www.midi-quercy.example/b'))
})
