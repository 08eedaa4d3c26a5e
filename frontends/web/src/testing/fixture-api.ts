import { type SiteId, type SitePage, siteIds, type TreeNode } from '@pmq/contracts/content'
import type { Api } from '../api/api-client.ts'
import { cardOf, fixtureArticles } from './articles.ts'
import { fixtureAxes, fixtureChantiers } from './chantiers.ts'
import { communePageOf, fixtureCommunes } from './communes.ts'
import { fixtureSearch } from './search.ts'
import { fixtureEpcis, fixtureSites, fixtureTrees } from './sites.ts'

const perPage = 10
const list = <Item>(items: Item[]) => ({ items, total: items.length })

function sectionPage(site: SiteId, path: string, page: number): SitePage | undefined {
  const parent = fixtureTrees[site].find(
    (node) => node.path === path || node.children.some((child) => child.path === path),
  )
  const node = parent?.path === path ? parent : parent?.children.find((child) => child.path === path)
  if (!parent || !node) return undefined
  const here = fixtureArticles.filter((article) => article.site === site && article.path.startsWith(`${path}/`))
  const articles = here.filter(({ kind, archived }) => kind === 'article' && !archived).map(cardOf)
  const step = ({ title, path }: TreeNode) => ({ title, path })
  const place = ({ id, title, summary, path }: TreeNode) => ({ id, title, summary, path })
  return {
    is: 'section',
    section: {
      ...place(node),
      shows: path.endsWith('/chantiers') ? 'chantiers' : path.endsWith('/communes') ? 'communes' : 'contents',
    },
    trail: parent === node ? [] : [step(parent)],
    children: node.children.map(place),
    pages: here.filter(({ kind }) => kind === 'page').map(cardOf),
    articles: articles.slice((page - 1) * perPage, page * perPage),
    totalArticles: articles.length,
    ...{ page, perPage },
  }
}

function sitePage(site: SiteId, path: string, page: number): SitePage | undefined {
  if (path === '/ancienne-adresse') return { is: 'moved', to: '/transformer/energie/energie-positive' }
  const article = fixtureArticles.find((one) => one.site === site && one.path === path)
  if (!article) return sectionPage(site, path, page)
  const { title, path: home } = article.section
  const parent = fixtureTrees[site].find(({ children }) => children.some((child) => child.path === home))
  return {
    is: 'article',
    article,
    trail: [...(parent ? [{ title: parent.title, path: parent.path }] : []), { title, path: home }],
    chantier: path.includes('/energie/')
      ? { title: 'Énergie positive et plan climat', path: '/chantiers/energie-positive-et-plan-climat' }
      : null,
    similar: fixtureArticles
      .filter((one) => one.site === site && one !== article && !one.archived)
      .slice(0, 3)
      .map(cardOf),
  }
}

function chantierPage(slug: string) {
  const chantier = fixtureChantiers.find((one) => one.slug === slug)
  const axis = fixtureAxes.find(({ id }) => id === chantier?.axis)
  const orientation = axis?.orientations.find(({ id }) => id === chantier?.orientation)
  if (!chantier || !axis || !orientation) return undefined
  const articles = fixtureArticles.slice(0, 2).map(cardOf)
  return { ...chantier, axisTitle: axis.title, orientationTitle: orientation.title, articles }
}

function communePage(slug: string) {
  const commune = fixtureCommunes.find((one) => one.slug === slug)
  return commune && communePageOf(commune)
}

function ofSite(site: SiteId, what: string, search: URLSearchParams): unknown {
  const page = Number(search.get('page') ?? 1)
  const articles = fixtureArticles.filter((article) => article.site === site)
  if (what === 'tree') return list(fixtureTrees[site])
  if (what === 'page') return sitePage(site, search.get('path') ?? '/', page)
  if (what === 'addresses')
    return list(articles.map(({ path, title, kind, updatedAt }) => ({ path, title, kind, updatedAt })))
  const news = articles
    .filter(({ kind, archived }) => kind === 'article' && !archived)
    .map(cardOf)
    .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt))
  const size = Number(search.get('perPage') ?? perPage)
  return { items: news.slice((page - 1) * size, page * size), total: news.length }
}

function answer({ pathname, searchParams }: URL): unknown {
  const [, , service, concept, key = '', what = ''] = pathname.split('/').map(decodeURIComponent)
  if (service === 'search') return fixtureSearch(concept, searchParams)
  if (concept === 'sites' && key === '') return list(fixtureSites)
  if (concept === 'sites') {
    const site = siteIds.find((id) => id === key)
    return site && ofSite(site, what, searchParams)
  }
  if (concept === 'axes') return list(fixtureAxes)
  if (concept === 'chantiers') return list(fixtureChantiers)
  if (concept === 'chantier-pages') return chantierPage(key)
  if (concept === 'communes') return list(fixtureCommunes)
  if (concept === 'commune-pages') return communePage(key)
  if (concept === 'epcis') return list(fixtureEpcis)
  return undefined
}

/** An API that answers from fixed views. `failing` chooses the paths that answer 503 instead. */
export function createFixtureApi({ failing = () => false }: { failing?: (path: string) => boolean } = {}): Api {
  return async (path) => {
    if (failing(path)) return Response.json({ code: 'unavailable' }, { status: 503 })
    const view = answer(new URL(path, 'http://fixture'))
    return view === undefined ? Response.json({ code: 'not-found' }, { status: 404 }) : Response.json(view)
  }
}
