/** The first port of a block; `PMQ_ENGINES_PORT` moves it, so that several sets of engines run side by side. */
export const DEFAULT_BASE = 19_600

export type Ports = ReturnType<typeof portsFrom>

/** A block: where each engine listens, and where the fault proxy stands in for it. */
export const portsFrom = (base: number) => ({
  base,
  kafka: base,
  kafkaController: base + 1,
  /** Kafka's listener for clients that come by the fault proxy: it tells them the proxy's address, not its own. */
  kafkaBehindProxy: base + 20,
  keycloak: base + 2,
  keycloakManagement: base + 3,
  opensearch: base + 4,
  opensearchTransport: base + 5,
  mongodb: base + 6,
  s3: base + 7,
  minio: base + 8,
  minioConsole: base + 9,
  smtp: base + 10,
  imap: base + 11,
  mailApi: base + 12,
  toxiproxy: base + 13,
  proxied: {
    kafka: base + 14,
    keycloak: base + 15,
    opensearch: base + 16,
    mongodb: base + 17,
    s3: base + 18,
    mail: base + 19,
  },
})
