import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { siteIds } from '@pmq/contracts/content'
import { startWeb } from '../testing/start-web.ts'

const folder = new URL('../../../ui/components/', import.meta.url)
const entries = await readdir(folder, { withFileTypes: true })
const components = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)

let web: Awaited<ReturnType<typeof startWeb>>
before(async () => {
  web = await startWeb()
})
after(() => web.stop())

const page = async (path: string) => {
  const response = await web.visit(path)
  assert.equal(response.status, 200, path)
  return response.text()
}

test('every component has examples, that the charter lists', async () => {
  const home = await page('/charte')
  for (const name of components) {
    const source = await readFile(new URL(`${name}/examples.astro`, folder), 'utf8').catch(() => '')
    assert.match(source, /export const title = '[\s\S]*export const group = '[\s\S]*export const advice = \{/, name)
    assert.match(home, new RegExp(`href="/charte/${name}"`))
  }
})

for (const path of ['', '/encres', '/mesures', '/dessins', ...components.map((name) => `/${name}`)])
  test(`/charte${path} has one title, nothing inline, ids of its own, and stays out of search engines`, async () => {
    const html = await page(`/charte${path}`)
    assert.equal(html.match(/<h1[\s>]/g)?.length, 1)
    assert.doesNotMatch(html, /<style|\sstyle=|\son\w+="/)
    assert.match(html, /<meta name="robots" content="noindex"/)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    assert.deepEqual(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      [],
    )
  })

test('a component is shown in the ink of each site, with its code', async () => {
  const html = await page('/charte/button')
  for (const site of siteIds) assert.match(html, new RegExp(`<li data-site="${site}">`))
  assert.match(html, /<code>&lt;p class=&quot;button-row&quot;>/)
  assert.match(html, /import Button from '@pmq\/ui\/components\/button\/Button\.astro'/)
})

test('a component that does not exist is a page that does not exist', async () => {
  assert.equal((await web.visit('/charte/nulle-part')).status, 404)
})
