/** Every version that engines are fetched in, here and nowhere else. What is known of them: each engine's folder. */
export const versions = {
  kafka: { artifact: 'kafka_2.13', version: '4.4.0', log4j: '2.25.4' },
  keycloak: '26.7.4',
  /** OpenSearch 3 wants a JDK 21; on a JDK 17 the last OpenSearch 2 takes its place. */
  opensearch: { withJava21: '3.8.0.0', withJava17: '2.19.1.0' },
  mongodb: { server: '1.47.0', slf4j: '2.0.17' },
  versitygw: 'v1.8.0',
  /** MinIO's tags are no versions to Go; the project is archived, and this is its last state. */
  minio: 'v0.0.0-20260212201848-7aac2a2c5b7c',
  greenmail: '2.1.13',
  toxiproxy: 'v2.5.0',
  mavenDependencyPlugin: '3.8.1',
} as const
