import assert from 'node:assert/strict'
import { readFile, stat } from 'node:fs/promises'
import { test } from 'node:test'

const css = await readFile(new URL('fonts.css', import.meta.url), 'utf8')
const local = [...css.matchAll(/url\("(\.\/[^"]+)"\)/g)].map(([, path = '']) => new URL(path, import.meta.url))

test('fonts come from here, never from another host', () => {
  assert.doesNotMatch(css, /url\("(https?:)?\/\//)
  assert.ok(local.length >= 3)
})

test('a face that every page may load weighs less than 22 kB', async () => {
  for (const file of local) assert.ok((await stat(file)).size < 22_000, file.pathname)
})

test('text is shown at once, in a stand-in of the same size, while a font loads', () => {
  for (const face of css.split('@font-face').slice(1))
    assert.match(
      face,
      /src: url/.test(face) ? /font-display: swap/ : /size-adjust: [\d.]+%;\s*ascent-override: [\d.]+%/,
    )
})
