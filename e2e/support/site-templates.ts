import assert from 'node:assert/strict'
import { send } from './http.ts'
import { type Platform, type Site, sites } from './platform.ts'

/** One page of each kind that a site has. */
export type Template = { site: Site; name: string; path: string; status: number }

type Address = { path: string; kind: string }

/** A word that all sites write, and one that none does. */
const [known, unknown] = ['Pays', 'xkwqzvjy']

/** Every template of all four sites, each by the first page that uses it. */
export async function templatesOf(platform: Platform): Promise<Template[]> {
  const perSite = await Promise.all(sites.map((site) => templatesOfSite(platform, site)))
  return perSite.flat()
}

async function templatesOfSite(platform: Platform, site: Site): Promise<Template[]> {
  const answer = await send(platform, `/api/content/sites/${site}/addresses`)
  const { items } = answer.json<{ items: Address[] }>()
  const first = (kind: string) => {
    const found = items.find((item) => item.kind === kind)
    assert.ok(found, `${site} has no ${kind}`)
    return found.path
  }
  const template = (name: string, path: string, status = 200): Template => ({ site, name, path, status })
  const search = (q: string) => `/recherche?q=${encodeURIComponent(q)}`
  return [
    template('home', '/'),
    template('section', first('section')),
    template('article', first('article')),
    template('page', first('page')),
    template('search with results', search(known)),
    template('search without results', search(unknown)),
    template('search not begun', '/recherche'),
    template('site map', '/plan-du-site'),
    template('page not found', '/cette-page-n-existe-pas', 404),
    ...(site === 'portal'
      ? [
          template('chantiers', '/chantiers'),
          template('chantier', first('chantier')),
          template('communes', '/communes'),
          template('commune', first('commune')),
        ]
      : []),
  ]
}
