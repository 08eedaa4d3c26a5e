/** The settings by which programs and tests find the real engines; `npm run test:engines` sets them. */
export type EngineSetting =
  | 'KAFKA_BROKERS'
  | 'MONGODB_URI'
  | 'ELASTICSEARCH_URL'
  | 'SEARCH_ENGINE'
  | 'S3_ENDPOINT'
  | 'S3_ACCESS_KEY'
  | 'S3_SECRET_KEY'
  | 'SMTP_URL'
  | 'IMAP_URL'
  | 'OIDC_ISSUER'
  | 'OIDC_CLIENT_SECRET'
  | 'OIDC_ADMIN_URL'
  | 'OIDC_ADMIN_USER'
  | 'OIDC_ADMIN_PASSWORD'

/** @throws when it is missing: a test of a real engine that has no engine has failed, it is not skipped */
export function engineAddress(setting: EngineSetting): string {
  const value = process.env[setting]
  if (!value) throw new Error(`${setting} is not set. Run this by \`npm run test:engines\`, which starts the engines.`)
  return value
}
