import { HOST } from './ask.ts'
import type { Ports } from './ports.ts'
import { engineSettings } from './settings.ts'

/**
 * What engines of a development machine are told and clients must know. They listen on the loopback only and hold
 * nothing of worth; real installations have their own.
 */
export const secrets = {
  keycloakAdmin: { user: 'admin', password: 'engines-only' },
  gatewayClient: 'engines-only-gateway-secret',
  operatorClient: 'engines-only-operator-secret',
  s3: { accessKey: 'enginesonly', secretKey: 'engines-only-secret' },
  bounces: { user: 'bounces@example.org', password: 'engines-only' },
} as const

type Doors = Record<'kafka' | 'keycloak' | 'opensearch' | 'mongodb' | 's3' | 'mail', number>

const addresses = (doors: Doors, ports: Ports): Record<string, string> => ({
  KAFKA_BROKERS: `${HOST}:${doors.kafka}`,
  MONGODB_URI: `mongodb://${HOST}:${doors.mongodb}/?directConnection=true&retryWrites=false`,
  ELASTICSEARCH_URL: `http://${HOST}:${doors.opensearch}`,
  SEARCH_ENGINE: 'opensearch',
  // `localhost` and not its number: browsers keep cookies of a name.
  OIDC_ISSUER: `http://localhost:${doors.keycloak}/realms/midi-quercy`,
  OIDC_AUDIENCE: 'midi-quercy-api',
  OIDC_CLIENT_ID: 'gateway',
  OIDC_CLIENT_SECRET: secrets.gatewayClient,
  OPERATOR_CLIENT_ID: 'operator',
  OPERATOR_CLIENT_SECRET: secrets.operatorClient,
  OIDC_ADMIN_URL: `http://localhost:${ports.keycloak}`,
  OIDC_ADMIN_USER: secrets.keycloakAdmin.user,
  OIDC_ADMIN_PASSWORD: secrets.keycloakAdmin.password,
  S3_ENDPOINT: `http://${HOST}:${doors.s3}`,
  S3_REGION: 'us-east-1',
  S3_ACCESS_KEY: secrets.s3.accessKey,
  S3_SECRET_KEY: secrets.s3.secretKey,
  SMTP_URL: `smtp://${HOST}:${doors.mail}`,
  IMAP_URL: `imap://${encodeURIComponent(secrets.bounces.user)}:${secrets.bounces.password}@${HOST}:${ports.imap}`,
  MAIL_API_URL: `http://${HOST}:${ports.mailApi}`,
  TOXIPROXY_URL: `http://${HOST}:${ports.toxiproxy}`,
})

/** Where the engines of a block are, in the names by which programs ask for them. */
export const engineEnvironment = (ports: Ports = engineSettings().ports): Record<string, string> =>
  addresses({ ...ports, mail: ports.smtp }, ports)

/** The same by way of the fault proxy (what administers Keycloak, and reads mails, goes directly). */
export const proxiedEnvironment = (ports: Ports = engineSettings().ports): Record<string, string> =>
  addresses(ports.proxied, ports)
