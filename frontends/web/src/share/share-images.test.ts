import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createFixtureApi } from '../testing/fixture-api.ts'
import { fixtureUrls, startWeb } from '../testing/start-web.ts'
import { pageOfShareAddress, shareAddress } from './share-address.ts'

let web: Awaited<ReturnType<typeof startWeb>>
before(async () => {
  web = await startWeb()
})
after(() => web.stop())

test('the address of a picture is that of its page, and leads back to it', () => {
  for (const path of ['/', '/habiter', '/actualites/energie'])
    assert.equal(pageOfShareAddress(shareAddress(path)), path)
  assert.equal(pageOfShareAddress('/habiter.png'), undefined)
})

/** Every page says where its picture is; asks for it. */
async function pictureOf(path: string, site: keyof typeof fixtureUrls = 'portal') {
  const page = await (await web.visit(path, site)).text()
  const [, address = ''] = /<meta property="og:image" content="([^"]+)"/.exec(page) ?? []
  assert.ok(address.startsWith(`${fixtureUrls[site]}/partage/`), `${path}: ${address}`)
  return web.visit(address.slice(fixtureUrls[site].length), site)
}

for (const path of [
  '/',
  '/transformer',
  '/transformer/energie/energie-positive',
  '/chantiers',
  '/chantiers/energie-positive-et-plan-climat',
  '/communes',
  '/plan-du-site',
])
  test(`${path} has a picture of 1200 × 630 to be shared, kept until what it shows changes`, async () => {
    const answer = await pictureOf(path)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'image/png')
    const png = Buffer.from(await answer.arrayBuffer())
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630])
    assert.match(answer.headers.get('x-pmq-depends-on') ?? '', /\bsites tree:portal\b/)
  })

test('each site has a picture of its own', async () => {
  const pictures = await Promise.all(
    (['portal', 'heritage', 'scic', 'produits'] as const).map(async (site) =>
      Buffer.from(await (await pictureOf('/', site)).arrayBuffer()).toString('base64'),
    ),
  )
  assert.equal(new Set(pictures).size, 4)
})

test('a page that moved takes its picture along; a page that is not there has none', async () => {
  const moved = await web.visit('/partage/ancienne-adresse.png')
  assert.equal(moved.status, 302)
  assert.equal(moved.headers.get('location'), shareAddress('/transformer/energie/energie-positive'))
  for (const bad of ['/partage/rien.png', '/partage/.png', '/partage/%ff.png', '/partage/..%2f..png'])
    assert.equal((await web.visit(bad)).status, 404, bad)
})

test('when the API does not answer, the picture is for later', async () => {
  const api = createFixtureApi()
  const down = await startWeb({
    api: async (path, init) => (path.includes('/page?') ? new Response(null, { status: 503 }) : api(path, init)),
  })
  assert.equal((await down.visit(shareAddress('/transformer'))).status, 503)
  await down.stop()
})

test('the pictures of mails stay where mails of years ago ask for them', async () => {
  for (const site of ['portal', 'heritage', 'scic', 'produits'])
    for (const name of ['mark', 'edge']) {
      const answer = await web.visit(`/courriel/${name}-${site}.png`)
      assert.equal(answer.status, 200)
      assert.equal(answer.headers.get('cross-origin-resource-policy'), 'cross-origin')
    }
})
