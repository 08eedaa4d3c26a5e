/** One page of each kind of the portal, by its name. Satellites have the same kinds. */
export async function pageKinds(origin: string): Promise<Record<string, string>> {
  const answer = await fetch(`${origin}/api/content/sites/portal/addresses`)
  if (!answer.ok) throw new Error(`The addresses of the portal: ${answer.status}`)
  const { items } = (await answer.json()) as { items: { path: string; kind: string }[] }
  const first = (kind: string) => {
    const found = items.find((item) => item.kind === kind)
    if (!found) throw new Error(`The portal has no ${kind}.`)
    return found.path
  }
  return {
    home: '/',
    section: first('section'),
    article: first('article'),
    page: first('page'),
    chantiers: '/chantiers',
    chantier: first('chantier'),
    communes: '/communes',
    commune: first('commune'),
    search: '/recherche?q=Pays',
    'site map': '/plan-du-site',
  }
}
