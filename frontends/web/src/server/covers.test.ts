import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { coverAddress, coverAddresses } from '../site/cover-address.ts'
import { startWeb } from '../testing/start-web.ts'

let web: Awaited<ReturnType<typeof startWeb>>
before(async () => {
  web = await startWeb()
})
after(() => web.stop())

const article = {
  id: 'douze-boucles',
  title: 'Douze boucles à vélo autour des gorges',
  site: 'portal',
  tags: ['vélo', 'pleine nature'],
  section: { title: 'Parcourir et protéger la nature', path: '/decouvrir/parcourir-la-nature' },
} as const

test('a cover is an SVG file that may be kept for ever', async () => {
  const { src, alt } = coverAddress(article)
  const answer = await web.visit(src)
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('content-type'), 'image/svg+xml; charset=utf-8')
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  assert.equal(answer.headers.get('set-cookie'), null)
  assert.match(await answer.text(), /^<svg xmlns="[^"]+" viewBox="0 0 800 600" width="800" height="600">/)
  assert.match(alt, /^\p{Lu}.*\.$/u)
})

test('its width and height are those of the file, in every shape', async () => {
  for (const ratio of ['4x3', '3x2', '16x9', '2x1', '1x1'] as const) {
    const { src, width, height } = coverAddress(article, ratio)
    assert.ok((await (await web.visit(src)).text()).includes(` width="${width}" height="${height}">`), ratio)
  }
})

test('an unknown motif, a bad seed or shape and what follows an address are not found', async () => {
  const { src } = coverAddress(article)
  const start = src.slice(0, src.lastIndexOf('/'))
  for (const name of ['licorne-000-4x3.svg', 'velo-00g-4x3.svg', 'velo-0000-4x3.svg', 'velo-000-9x9.svg', 'velo.svg'])
    assert.equal((await web.visit(`${start}/${name}`)).status, 404, name)
  assert.equal((await web.visit(`${src}/plus`)).status, 404)
})

test('a picture of an earlier way of drawing leads to the present one', async () => {
  const { src } = coverAddress(article)
  const answer = await web.visit(src.replace(/^\/couvertures\/\w+/, '/couvertures/1'))
  assert.deepEqual([answer.status, answer.headers.get('location')], [302, src])
  assert.equal(answer.headers.get('cache-control'), 'no-store')
})

test('a content keeps its print, and a list does not show two that look alike', () => {
  assert.deepEqual(coverAddress(article), coverAddress({ ...article }))
  const list = Array.from({ length: 12 }, (_, index) => ({ ...article, id: `boucle-${index}` }))
  const images = coverAddresses(list).map(({ src }) => src)
  assert.equal(new Set(images).size, 12)
})
