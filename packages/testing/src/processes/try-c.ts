import { startProcesses } from '@pmq/testing/processes'

const names = [
  'KAFKA_BROKERS',
  'OIDC_ISSUER',
  'ELASTICSEARCH_URL',
  'SEARCH_ENGINE',
  'MONGODB_URI',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_ADMIN_USER',
  'OIDC_ADMIN_PASSWORD',
]
const engines = Object.fromEntries(names.map((n) => [n, process.env[n] ?? '']))
const t = performance.now()
const p = await startProcesses({
  engines,
  replicas: Number(process.env.R ?? 1),
  logDir: '/tmp/engines-C/log',
  port: 19830,
  fresh: true,
})
console.log(
  'ready',
  Math.round(performance.now() - t),
  p.urls,
  p.processes.map(({ name, pid, url }) => [name, pid, url]),
)
const look = async (path: string) => {
  const a = await fetch(p.urls.portal.replace('localhost', '127.0.0.1') + path)
  const b = await a.text()
  console.log(path, a.status, b.length, b.slice(0, 200))
}
await look('/')
await look('/api/search?q=moulin')
await look('/api/content/articles?perPage=1')
await look('/health/ready')
await look('/recherche?q=moulin')
console.log(p.logged('warn', 'error', 'fatal').map((l) => l.slice(0, 400)))
console.log(await p.stop())
