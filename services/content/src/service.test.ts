import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ArticleView, CommunePage, SectionView, SitePage } from '@pmq/contracts/content'
import type { CloudEvent } from '@pmq/platform/events'
import { eventually } from '@pmq/testing/eventually'
import { anArticleInput, aSectionInput } from './testing/builders.ts'
import { startRunningContent } from './testing/running-content.ts'

let content: Awaited<ReturnType<typeof startRunningContent>>
before(async () => {
  content = await startRunningContent()
})
after(() => content.stop())

const editor = { as: 'editor' as const }
let serial = 0
async function write(overrides: Parameters<typeof anArticleInput>[0] = {}): Promise<ArticleView> {
  serial += 1
  const body = anArticleInput({ title: `Article ${serial}`, slug: `article-${serial}`, ...overrides })
  const { status, view } = await content.call<ArticleView>('POST /articles', { ...editor, body })
  assert.equal(status, 201, JSON.stringify(view))
  return view
}
const publish = async ({ id, version }: ArticleView, body = {}) =>
  (await content.call<ArticleView>(`POST /articles/${id}/publication`, { ...editor, version, body })).view
const pageAt = (path: string, site = 'portal') =>
  content.call<SitePage>(`GET /sites/${site}/page?path=${encodeURIComponent(path)}`)

test('every section of every menu shows something', async () => {
  for (const site of ['portal', 'heritage', 'scic', 'produits']) {
    const { view } = await content.call<{ items: { path: string; kind: string }[] }>(`GET /sites/${site}/addresses`)
    for (const { path } of view.items.filter(({ kind }) => kind === 'section')) {
      const { status, view: page } = await pageAt(path, site)
      assert.equal(status, 200, path)
      assert.ok(page.is === 'section')
      const shown = page.pages.length + page.totalArticles + page.children.length
      assert.ok(shown > 0 || page.section.shows !== 'contents', `${site}${path} is empty`)
    }
  }
})

test('every address that is announced answers', async () => {
  for (const site of ['portal', 'scic']) {
    const { view } = await content.call<{ items: { path: string; kind: string }[] }>(`GET /sites/${site}/addresses`)
    for (const { path, kind } of view.items) {
      const slug = path.split('/').at(-1)
      const { status } =
        kind === 'commune' || kind === 'chantier'
          ? await content.call(`GET /${kind}-pages/${slug}`)
          : await pageAt(path, site)
      assert.equal(status, 200, path)
    }
  }
})

test('a draft is nowhere; published, it is at its address, in its section and in the news; withdrawn, it is nowhere again', async () => {
  const draft = await write()
  const inNews = async () =>
    (await content.call<{ items: { id: string }[] }>('GET /sites/portal/articles?perPage=5')).view.items.some(
      ({ id }) => id === draft.id,
    )
  const inSection = async () => {
    const { view } = await pageAt('/habiter')
    return view.is === 'section' && view.articles.some(({ id }) => id === draft.id)
  }
  assert.equal((await pageAt(draft.path)).status, 404)
  assert.deepEqual([await inNews(), await inSection()], [false, false])
  const published = await publish(draft)
  assert.equal((await pageAt(draft.path)).status, 200)
  assert.deepEqual([await inNews(), await inSection()], [true, true])
  await content.call(`DELETE /articles/${draft.id}/publication`, { ...editor, version: published.version })
  assert.equal((await pageAt(draft.path)).status, 404)
  assert.deepEqual([await inNews(), await inSection()], [false, false])
})

test('an article planned for later appears by itself, and goes by itself', async () => {
  const draft = await write()
  const at = new Date(Date.now() + 60_000)
  const withdrawAt = new Date(Date.now() + 120_000)
  const scheduled = await publish(draft, { at: at.toISOString(), withdrawAt: withdrawAt.toISOString() })
  assert.equal(scheduled.state, 'scheduled')
  assert.equal((await pageAt(draft.path)).status, 404)
  content.setClock(new Date(at.getTime() + 1))
  await eventually(async () => (await pageAt(draft.path)).status === 200)
  content.setClock(new Date(withdrawAt.getTime() + 1))
  await eventually(async () => (await pageAt(draft.path)).status === 404)
  content.setClock()
})

test('of two editors the second is told, and is shown what is stored now', async () => {
  const draft = await write()
  const save = (title: string) =>
    content.call<ArticleView & { current: ArticleView; code: string }>(`PUT /articles/${draft.id}`, {
      ...editor,
      version: draft.version,
      body: anArticleInput({ slug: draft.slug, title }),
    })
  const [first, second] = [await save('Le premier'), await save('Le second')]
  assert.equal(first.status, 200)
  assert.equal(first.etag, `"${draft.version + 1}"`)
  assert.equal(second.status, 412)
  assert.equal(second.view.code, 'version.stale')
  assert.equal(second.view.current.title, 'Le premier')
})

test('a creation that is sent again after a lost answer creates nothing', async () => {
  const body = anArticleInput({ slug: 'une-seule-fois', title: 'Une seule fois' })
  const send = () => content.call<ArticleView>('POST /articles', { ...editor, body, key: 'form-42' })
  const answers = [await send(), await send()]
  assert.deepEqual(
    answers.map(({ status }) => status),
    [201, 201],
  )
  assert.equal(answers[0]?.view.id, answers[1]?.view.id)
  const { view } = await content.call<{ total: number }>('GET /articles?q=Une%20seule%20fois', editor)
  assert.equal(view.total, 1)
})

test('an address that is taken is refused by the name of who has it', async () => {
  const draft = await write({ title: 'Le lavoir' })
  const { status, view } = await content.call<{ code: string; detail: string }>('POST /articles', {
    ...editor,
    body: anArticleInput({ slug: draft.slug }),
  })
  assert.equal(status, 409)
  assert.equal(view.code, 'slug.taken')
  assert.match(view.detail, /Le lavoir/)
})

test('of many editors who take one address at once, one gets it', async () => {
  const body = anArticleInput({ slug: 'la-meme-adresse' })
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => content.call('POST /articles', { ...editor, body })),
  )
  assert.equal(answers.filter(({ status }) => status === 201).length, 1)
  assert.ok(answers.every(({ status }) => status === 201 || status === 409))
})

test('when a section moves, what it holds follows, and old addresses lead to the new ones', async () => {
  const make = async (input: Parameters<typeof aSectionInput>[0]) =>
    (await content.call<SectionView>('POST /sections', { ...editor, body: aSectionInput(input) })).view
  const parent = await make({ slug: 'demenager', title: 'Déménager' })
  const child = await make({ slug: 'cartons', title: 'Cartons', parent: parent.id })
  const article = await publish(await write({ section: child.id, slug: 'scotch' }))
  assert.equal(article.path, '/demenager/cartons/scotch')
  const { status, view: moved } = await content.call<SectionView>(`PUT /sections/${parent.id}`, {
    ...editor,
    version: parent.version,
    body: aSectionInput({ slug: 's-installer', title: 'S’installer' }),
  })
  assert.equal(status, 200)
  assert.equal(moved.path, '/s-installer')
  await eventually(async () => (await pageAt('/s-installer/cartons/scotch')).status === 200)
  await eventually(async () => {
    const old = (await pageAt('/demenager/cartons/scotch')).view
    return old.is === 'moved' && old.to === '/s-installer/cartons/scotch'
  })
  for (const [old, to] of [
    ['/demenager', '/s-installer'],
    ['/demenager/cartons', '/s-installer/cartons'],
  ]) {
    await eventually(async () => {
      const { view } = await pageAt(old ?? '')
      return view.is === 'moved' && view.to === to
    })
  }
})

test('what is announced has the sequence of what is stored', async () => {
  const heard: CloudEvent[] = []
  const tail = await content.bus.tail({ topics: ['content.article'], handle: (event) => void heard.push(event) })
  const draft = await write()
  const published = await publish(draft)
  await eventually(() => heard.filter(({ subject }) => subject === draft.id).length === 2)
  assert.deepEqual(
    heard.filter(({ subject }) => subject === draft.id).map(({ type, sequence }) => `${type} ${sequence}`),
    ['content.article.drafted 1', `content.article.published ${published.version}`],
  )
  await tail.stop()
})

test('Léojac left the Pays, and its page says when', async () => {
  const { view } = await content.call<CommunePage>('GET /commune-pages/leojac')
  assert.equal(view.epci, null)
  assert.equal(view.memberships.length, 2)
  assert.equal(view.neighbours.length, 6)
})

test('what a stranger types cannot become a query', async () => {
  for (const path of [
    '/articles?q[$gt]=',
    '/articles?state[$ne]=draft',
    '/articles?section=%7B%22%24gt%22%3A%22%22%7D',
    '/sites/portal/page?path[$gt]=/',
  ]) {
    assert.equal((await content.call(`GET ${path}`, editor)).status, 422, path)
  }
  assert.equal((await content.call('GET /articles?q=.*%5B(', editor)).status, 200)
  for (const body of [
    { title: { $gt: '' } },
    { ...anArticleInput(), body: { $where: '1' } },
    { ...anArticleInput(), __proto__: null, extra: 1 },
  ]) {
    assert.equal((await content.call('POST /articles', { ...editor, body })).status, 422)
  }
})

test('each route lets in who its declaration names, and nobody else', async () => {
  const roles = ['editor', 'moderator', 'committee', 'contributor', 'partner', 'treasurer', 'viewer', 'admin'] as const
  for (const { method, path, spec } of content.service.routes) {
    const operation = `${method} ${path.replace(/\{site\}/g, 'portal').replace(/\{\w+\}/g, 'x')}`
    const anonymous = await content.call(operation)
    if (spec.allow.kind === 'anyone') assert.notEqual(anonymous.status, 401, operation)
    else assert.equal(anonymous.status, 401, operation)
    assert.equal((await content.call(operation, { as: 'forged' })).status, 401, operation)
    for (const role of roles) {
      const { status } = await content.call(operation, { as: role })
      const allowed = spec.allow.kind !== 'roles' || role === 'admin' || spec.allow.roles.includes(role)
      assert.equal(status === 403, !allowed, `${operation} as ${role}: ${status}`)
    }
  }
})
