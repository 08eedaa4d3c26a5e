// `npm run rebuild-search`: builds the search index anew while the platform runs. Searches go on in the old one until the new is full.
// Without settings it speaks to the copy that `npm start` runs here; PUBLIC_URL, OIDC_ISSUER, OPERATOR_CLIENT_ID and
// OPERATOR_CLIENT_SECRET name another one.
import { createApiClient } from '@pmq/contracts/client'
import { loadConfig } from '@pmq/platform/config'
import { operatorConfig, operatorToken } from './operator/operator.ts'

const operator = loadConfig(operatorConfig, process.env)
try {
  const call = createApiClient(fetch, operator.url)
  const started = performance.now()
  const { documents } = await call(
    'POST /api/search/rebuild',
    {},
    { headers: { authorization: `Bearer ${await operatorToken(operator)}` } },
  )
  console.log(
    `Index de recherche reconstruit : ${documents} documents, ${((performance.now() - started) / 1000).toFixed(1)} s.`,
  )
} catch (error) {
  console.error(
    `La reconstruction a échoué : ${error instanceof Error ? error.message : error}\nLa plateforme tourne-t-elle à l’adresse ${operator.url} ?`,
  )
  process.exitCode = 1
}
