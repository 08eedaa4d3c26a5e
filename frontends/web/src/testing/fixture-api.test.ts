import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  articleCard,
  axisView,
  chantierPage,
  chantierView,
  communePage,
  communeView,
  epciView,
  sitePage,
  siteView,
  treeNode,
} from '@pmq/contracts/content'
import { searchAnswer, suggestions } from '@pmq/contracts/search'
import { listOf } from '@pmq/contracts/shared'
import { z } from 'zod'
import { createFixtureApi } from './fixture-api.ts'

const api = createFixtureApi()
const items = (view: z.ZodType) => z.object({ items: z.array(view).min(1) })
const page = (path: string) => `/api/content/sites/portal/page?path=${path}`

const answers: [path: string, view: z.ZodType][] = [
  ['/api/content/sites', listOf(siteView)],
  ['/api/content/sites/portal/tree', items(treeNode)],
  ['/api/content/sites/portal/articles?perPage=50', listOf(articleCard)],
  ['/api/content/axes', items(axisView)],
  ['/api/content/chantiers', listOf(chantierView)],
  ['/api/content/chantier-pages/observatoire-du-territoire', chantierPage],
  ['/api/content/communes', listOf(communeView)],
  ['/api/content/commune-pages/albias', communePage],
  ['/api/content/epcis', listOf(epciView)],
  ['/api/search?q=pays', searchAnswer],
  ['/api/search?q=energei', searchAnswer],
  ['/api/search/suggestions?q=pays', suggestions],
  [page('/transformer'), sitePage],
  [page('/transformer/energie/energie-positive'), sitePage],
  [page('/participer/hostile'), sitePage],
  [page('/ancienne-adresse'), sitePage],
]

for (const [path, view] of answers)
  test(`the fixture answers ${path} as the contract says`, async () => {
    const answer = await api(path)
    assert.equal(answer.status, 200)
    view.parse(await answer.json())
  })
