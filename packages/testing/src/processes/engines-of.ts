const needed = [
  'MONGODB_URI',
  'KAFKA_BROKERS',
  'ELASTICSEARCH_URL',
  'SEARCH_ENGINE',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
]
const welcome = ['OIDC_AUDIENCE', 'OIDC_JWKS_URL', 'OIDC_ADMIN_URL', 'OIDC_ADMIN_USER', 'OIDC_ADMIN_PASSWORD']

/**
 * The addresses of the engines in an environment, and nothing else of it.
 * @throws Error that lists all that are missing
 */
export function enginesOf(env: Record<string, string | undefined>): Record<string, string> {
  const missing = needed.filter((name) => !env[name])
  if (missing.length > 0) throw new Error(`The addresses of the engines are not set: ${missing.join(', ')}.`)
  return Object.fromEntries([...needed, ...welcome].flatMap((name) => (env[name] ? [[name, env[name]]] : [])))
}
