import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { type SiteId, siteIds } from '@pmq/contracts/content'
import { firstPaint } from '@pmq/ui/components/display-settings/first-paint.ts'
import { createFixtureApi } from './testing/fixture-api.ts'
import { fixtureUrls, startWeb } from './testing/start-web.ts'

let web: Awaited<ReturnType<typeof startWeb>>
before(async () => {
  web = await startWeb()
})
after(() => web.stop())

const html = async (path: string, site: SiteId = 'portal') => (await web.visit(path, site)).text()
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
const article = '/transformer/energie/energie-positive'

/** One address of each kind of page. */
const templates: [path: string, h1: string][] = [
  ['/', 'Un pays taillé dans le chêne et le calcaire'],
  ['/transformer', 'Transformer nos énergies'],
  [article, 'Énergie positive\u00a0: où sont allés les deux millions d’euros'],
  ['/transformer/energie/methode', 'Notre méthode'],
  ['/chantiers', 'Les chantiers du projet de&nbsp;territoire'],
  ['/chantiers/energie-positive-et-plan-climat', 'Énergie positive et plan climat'],
  ['/communes', 'Les communes du&nbsp;Pays'],
  ['/communes/albias', 'Albias'],
  ['/recherche', 'Recherche'],
  ['/recherche?q=pays', 'Recherche'],
  ['/plan-du-site', 'Plan du site'],
  ['/nulle-part', 'Cette page n’existe pas'],
]

for (const [path, h1] of templates) {
  test(`${path} has one title, its landmarks, a search, a link to the content and nothing inline`, async () => {
    const page = await html(path)
    assert.deepEqual(page.match(/<h1>(.*?)<\/h1>/g), [`<h1>${h1}</h1>`])
    assert.match(page, /<html lang="fr" data-site="portal"/)
    for (const [what, pattern] of Object.entries({
      main: /<main id="contenu"/g,
      search: /<form[^>]* role="search"/g,
      header: /<header class="site-header"/g,
      footer: /<footer class="site-footer"/g,
      menu: /<nav[^>]*aria-label="Menu principal"/g,
      skip: /<a class="skip" href="#contenu"/g,
      home: /<a class="site-header-brand" href="\/"/g,
    }))
      assert.equal(count(page, pattern), 1, what)
    assert.deepEqual(
      page.match(/<script(?![^>]*(?:src=|application\/ld\+json))[^>]*>.*?<\/script>/g),
      [`<script>${firstPaint}</script>`],
      'no inline script but the one that paints the page as its reader chose',
    )
    assert.equal(count(page, /<style|\sstyle=|\son\w+="/g), 0, 'no inline style, no handler')
  })
}

test('each site answers with its own name, accent and menu', async () => {
  for (const site of siteIds) {
    const page = await html('/', site)
    assert.match(page, new RegExp(`data-site="${site}"`))
    assert.match(page, new RegExp(`<link rel="canonical" href="${fixtureUrls[site]}/">`))
  }
  assert.match(await html('/', 'heritage'), /href="\/contribuer"/)
  assert.doesNotMatch(await html('/', 'heritage'), /href="\/participer"/)
})

test('what belongs to the portal is not on the other sites', async () => {
  for (const path of ['/chantiers', '/communes', '/chantiers/observatoire-du-territoire', '/communes/albias'])
    assert.equal((await web.visit(path, 'scic')).status, 404, path)
})

test('an article shows its trail, its contents, its tags, its chantier and similar articles', async () => {
  const page = await html(article)
  assert.match(
    page,
    /aria-label="Fil d’Ariane"[\s\S]*href="\/transformer"[\s\S]*href="\/transformer\/energie"[\s\S]*aria-current="page"/,
  )
  assert.match(page, /<a href="#p-les-batiments-d-abord">/)
  assert.match(page, /<h2 id="p-les-batiments-d-abord">/)
  assert.match(page, /href="\/recherche\?tag=%C3%A9nergie"/)
  assert.match(page, /\/chantiers\/energie-positive-et-plan-climat/)
  assert.match(page, /<time datetime="2018-02-14T08:00:00Z">14 février 2018<\/time>/)
  assert.match(page, /À lire ensuite/)
})

test('an article tells machines what it is', async () => {
  const page = await html(article)
  const data: unknown = JSON.parse(page.match(/<script type="application\/ld\+json">(.*?)<\/script>/)?.[1] ?? '')
  assert.deepEqual(
    { ...(data as object), description: '' },
    {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Énergie positive : où sont allés les deux millions d’euros',
      description: '',
      url: `http://portail.test${article}`,
      datePublished: '2018-02-14T08:00:00Z',
      dateModified: '2018-02-15T08:00:00Z',
      author: { '@type': 'Organization', name: 'La mission Énergie' },
      inLanguage: 'fr',
    },
  )
  assert.match(page, /<meta property="og:type" content="article">/)
  assert.match(page, /<meta name="description" content="Retenu/)
})

test('an archived article says so', async () => {
  assert.match(await html('/transformer/energie/plan-2012'), /Cet article est dans nos archives/)
})

test('a hostile text stays a text, wherever it is shown', async () => {
  for (const path of [
    '/participer/hostile',
    '/participer',
    '/recherche?q=%3Cscript%3Ealert(1)%3C/script%3E',
    '/recherche?tag=%3Cb%3Egras%3C/b%3E',
    '/communes?q=%22%3E%3Cimg%20src=x%3E',
  ]) {
    const page = (await html(path)).replace(`<script>${firstPaint}</script>`, '')
    assert.doesNotMatch(page.replace(/="[^"]*"/g, ''), /<script>|<img[^>]*=|<i>Inconnu|<b>gras/, path)
  }
})

test('a section lists its sub-sections and its articles, ten at a time', async () => {
  const first = await html('/structurer/projet')
  assert.equal(count(first, /<article class="entry">/g), 10)
  assert.match(first, /<a rel="next" href="\/structurer\/projet\?page=2">/)
  const last = await html('/structurer/projet?page=3')
  assert.equal(count(last, /<article class="entry">/g), 5)
  assert.match(last, /<link rel="canonical" href="http:\/\/portail\.test\/structurer\/projet\?page=3">/)
  for (const page of ['4', '0', 'x'])
    assert.equal((await web.visit(`/structurer/projet?page=${page}`)).status, 404, page)
})

test('a section of the tree may show the chantiers or the communes', async () => {
  assert.match(await html('/structurer/chantiers'), /<h2 id="equitable">Équitable<\/h2>/)
  assert.match(await html('/structurer/communes'), /<a href="\/communes\/albias">Albias<\/a>/)
  const tags = (await web.visit('/structurer/communes')).headers.get('x-pmq-depends-on')
  assert.equal(tags, 'articles:portal communes sites tree:portal')
})

test('communes are found by a piece of their name or by their postal code, accents aside', async () => {
  for (const [typed, found] of [
    ['CAY', 2],
    ['82800', 2],
    ['n%C3%A8grepelisse', 0],
  ] as const)
    assert.equal(count(await html(`/communes?q=${typed}`), /<li><a href="\/communes\//g), found, typed)
})

test('a commune that changed communauté shows since when', async () => {
  const page = await html('/communes/albias')
  assert.match(page, /Quercy Vert, jusqu’au 31 décembre 2016/)
  assert.match(page, /Quercy Vert-Aveyron, depuis le 1er janvier 2017/)
  assert.match(page, /https:\/\/www\.openstreetmap\.org\/\?mlat=44\.08141&amp;mlon=1\.44892/)
})

test('the search shows what was found and where, corrects, and narrows', async () => {
  const page = await html('/recherche?q=energei')
  assert.match(page, /<mark>Énergie<\/mark> positive/)
  assert.match(page, /voici les résultats pour <strong>«&nbsp;énergie/)
  const narrowed = await html('/recherche?q=pays&section=projet')
  assert.match(
    narrowed,
    /<a href="\/recherche\?q=pays"><span class="hidden">Retirer le filtre Rubrique[^<]*<\/span>Le projet de territoire<\/a>/,
  )
  assert.match(narrowed, /<input type="hidden" name="section" value="projet">/)
})

test('a result of another site leads to that site', async () => {
  assert.match(await html('/recherche?q=lavoirs'), /href="http:\/\/patrimoine\.test\/decouvrir\/lavoirs"/)
})

test('a search that finds nothing helps', async () => {
  assert.match(await html('/recherche?q=zzzz'), /Vérifiez l’orthographe/)
})

test('pages tell the gateway what they depend on; searches, filters and errors are not kept', async () => {
  const tags = async (path: string) => (await web.visit(path)).headers.get('x-pmq-depends-on')
  assert.equal(await tags(article), 'article:energie-positive articles:portal chantiers sites tree:portal')
  assert.equal(await tags('/'), 'articles:portal chantiers communes sites tree:portal')
  assert.equal(await tags('/communes'), 'communes sites tree:portal')
  for (const path of ['/recherche?q=a', '/recherche', '/communes?q=a', '/nulle-part', '/ancienne-adresse'])
    assert.equal(await tags(path), null, path)
})

test('a page that moved redirects for good', async () => {
  const response = await web.visit('/ancienne-adresse')
  assert.equal(response.status, 301)
  assert.equal(response.headers.get('location'), `http://portail.test${article}`)
})

test('an address with a slash too many leads to the page', async () => {
  const response = await web.visit('/transformer/')
  assert.deepEqual([response.status, response.headers.get('location')], [301, '/transformer'])
})

test('tricky addresses are pages that do not exist, never errors, never redirects to elsewhere', async () => {
  for (const path of [
    '//evil.test/',
    '/%E0%A4%A',
    '/%2e%2e%2fetc',
    '/a%00b',
    '/\\evil.test',
    '/503',
    '/404',
    '/500',
    '/_astro/../x',
    `/${'a'.repeat(3000)}`,
  ]) {
    const { status } = await web.visit(path)
    assert.equal(status, 404, path)
  }
})

test('a page that is only read refuses to be written to', async () => {
  assert.equal((await web.visit('/', 'portal', { method: 'POST', body: 'a=b' })).status, 405)
})

test('a request that the gateway did not send is refused', async () => {
  assert.equal((await fetch(web.url)).status, 421)
})

test('the policy of the page lets nothing run but our own files', async () => {
  const policy = (await web.visit('/')).headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'/)
  assert.match(policy, /script-src 'self' /)
  const hash = createHash('sha256').update(firstPaint).digest('base64')
  assert.ok(policy.includes(`'sha256-${hash}'`), 'the script of the head may run')
  assert.doesNotMatch(policy, /unsafe/)
})

test('assets are compressed and kept for ever; pages are asked for again', async () => {
  const response = await web.visit('/')
  assert.equal(response.headers.get('cache-control'), 'no-cache')
  assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8')
  const style = (await response.text()).match(/\/_astro\/[^"]*\.css/)?.[0] ?? ''
  const asset = await web.visit(style, 'portal', { headers: { 'accept-encoding': 'br' } })
  assert.equal(asset.headers.get('content-encoding'), 'br')
  assert.match(asset.headers.get('cache-control') ?? '', /immutable/)
  const again = await web.visit(style, 'portal', {
    headers: { 'if-none-match': asset.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
  })
  assert.equal(again.status, 304)
})

test('the site map for robots has every public page of the site, and the robots know where it is', async () => {
  const map = await web.visit('/sitemap.xml')
  assert.match(map.headers.get('content-type') ?? '', /application\/xml/)
  const xml = await map.text()
  for (const path of ['/', '/chantiers', article])
    assert.match(xml, new RegExp(`<loc>http://portail.test${path}</loc>`))
  assert.doesNotMatch(xml, /patrimoine/)
  assert.match(await html('/robots.txt'), /Sitemap: http:\/\/portail\.test\/sitemap\.xml/)
})

test('the feed has the latest articles, safely written', async () => {
  const feed = await html('/flux.xml')
  assert.match(feed, /<title>Énergie positive/)
  assert.equal(count(feed, /<item>/g), 20)
  assert.doesNotMatch(feed, /<script/)
})

test('an API that fails gives a French 503 page that is not kept, with its request id', async () => {
  const broken = await startWeb({ api: createFixtureApi({ failing: (path) => path.includes('/page?') }) })
  const response = await broken.visit('/transformer', 'portal', { headers: { 'x-request-id': 'req-7' } })
  assert.equal(response.status, 503)
  assert.equal(response.headers.get('cache-control'), 'no-store')
  assert.equal(response.headers.get('retry-after'), '30')
  assert.equal(response.headers.get('x-pmq-depends-on'), null)
  assert.match(await response.text(), /Le site reprend son souffle[\s\S]*req-7/)
  await broken.stop()
})

test('an API that answers nothing at all still leaves honest pages', async () => {
  const down = await startWeb({ api: () => Promise.reject(new Error('connect ECONNREFUSED')) })
  for (const path of ['/', '/404', '/nulle-part', '/recherche?q=a', '/sitemap.xml', '/flux.xml']) {
    const response = await down.visit(path)
    assert.equal(response.status, 503, path)
    assert.match(await response.text(), /Le site reprend son souffle/, path)
  }
  assert.equal((await down.visit('/robots.txt')).status, 200)
  await down.stop()
})

test('an API that does not answer is not waited for', async () => {
  const mute = await startWeb({ api: () => new Promise(() => {}), patience: 50 })
  assert.equal((await mute.visit('/')).status, 503)
  assert.equal((await mute.visit('/sitemap.xml')).status, 503)
  await mute.stop()
})

test('a search that fails keeps its page and says so', async () => {
  const broken = await startWeb({ api: createFixtureApi({ failing: (path) => path.startsWith('/api/search') }) })
  const response = await broken.visit('/recherche?q=eau')
  assert.equal(response.status, 503)
  assert.match(await response.text(), /La recherche ne répond pas[\s\S]*plan du site/)
  await broken.stop()
})

test('an unexpected failure is logged and shows no detail', async () => {
  const logged: string[] = []
  const log = { error: (_facts: object, message: string) => void logged.push(message), warn: () => {} }
  const fixture = createFixtureApi()
  const odd = await startWeb({
    log,
    api: (path) => (path.endsWith('/axes') ? Promise.resolve(Response.json({ items: null })) : fixture(path)),
  })
  const response = await odd.visit('/')
  assert.equal(response.status, 500)
  assert.match(await response.text(), /Cette page n’a pas pu s’afficher/)
  assert.deepEqual(logged, ['a page failed'])
  await odd.stop()
})
