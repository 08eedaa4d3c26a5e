import type { AddressInfo } from 'node:net'
import type { SiteId } from '@pmq/contracts/content'
import { silentLog } from '@pmq/platform/log'
import express from 'express'
import { type Api, createWeb, ensureBuilt, type WebLog } from '../web.ts'
import { createFixtureApi } from './fixture-api.ts'

export const fixtureUrls = {
  portal: 'http://portail.test',
  heritage: 'http://patrimoine.test',
  scic: 'http://scic.test',
  produits: 'http://produits.test',
}

type Options = { api?: Api; log?: WebLog; patience?: number }

/** The real build on a free port, reading the fixture API; `visit` asks for a page as the gateway would. */
export async function startWeb({ api = createFixtureApi(), log = silentLog(), ...options }: Options = {}) {
  await ensureBuilt()
  const app = express()
  app.get('/api/search/suggestions', async (req, res) => {
    const answer = await api(req.originalUrl)
    res.status(answer.status).json(await answer.json())
  })
  app.use(await createWeb({ api, log, siteUrls: fixtureUrls, ...options }))
  const server = app.listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    visit: (path: string, site: SiteId = 'portal', init: RequestInit = {}) =>
      fetch(url + path, { redirect: 'manual', ...init, headers: { 'x-pmq-site': site, ...init.headers } }),
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
