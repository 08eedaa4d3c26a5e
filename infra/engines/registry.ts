import type { Engine, EngineName } from './engine.ts'
import { kafka } from './kafka/kafka.ts'
import { keycloak } from './keycloak/keycloak.ts'
import { mail } from './mail/mail.ts'
import { minio } from './minio/minio.ts'
import { mongodb } from './mongodb/mongodb.ts'
import { opensearch } from './opensearch/opensearch.ts'
import { s3 } from './s3/s3.ts'
import { toxiproxy } from './toxiproxy/toxiproxy.ts'

export const engines: Record<EngineName, Engine> = { kafka, keycloak, opensearch, mongodb, s3, minio, mail, toxiproxy }
