import assert from 'node:assert/strict'
import { test } from 'node:test'
import { xmlText } from './xml.ts'

test('a hostile text stays a text', () =>
  assert.equal(
    xmlText(`<a href="x">l'eau</a> & \u0000co`),
    '&lt;a href=&quot;x&quot;&gt;l&apos;eau&lt;/a&gt; &amp; co',
  ))
