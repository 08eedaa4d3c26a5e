import { Kafka, logLevel } from 'kafkajs'
import mongoose from 'mongoose'

const databases = ['content', 'search']
const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Takes away what earlier tests left in the engines: databases, topics with their consumer groups, search indices. Identities stay.
 * @throws Error when an engine is not on this machine: nobody's data shall be lost by a test
 */
export async function emptyEngines(engines: Record<string, string>): Promise<void> {
  const { MONGODB_URI = '', KAFKA_BROKERS = '', ELASTICSEARCH_URL = '' } = engines
  for (const address of [MONGODB_URI, ...KAFKA_BROKERS.split(',').map((one) => `kafka://${one}`), ELASTICSEARCH_URL]) {
    const { hostname } = new URL(address)
    if (!loopback.has(hostname)) throw new Error(`${hostname} is not this machine: its data are left alone.`)
  }
  await Promise.all([
    emptyDocuments(MONGODB_URI),
    emptyEvents(KAFKA_BROKERS.split(',')),
    emptySearch(ELASTICSEARCH_URL),
  ])
}

async function emptyDocuments(uri: string): Promise<void> {
  const connection = await mongoose.createConnection(uri, { serverSelectionTimeoutMS: 5_000 }).asPromise()
  try {
    for (const name of databases) await connection.useDb(name).dropDatabase()
  } finally {
    await connection.close()
  }
}

async function emptyEvents(brokers: string[]): Promise<void> {
  const admin = new Kafka({ brokers, clientId: 'tests', logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  try {
    const topics = (await admin.listTopics()).filter((topic) => !topic.startsWith('__'))
    const { groups } = await admin.listGroups()
    // A group whose members died a moment ago counts as at work: it is left to Kafka, and finds no topic any more.
    await admin.deleteGroups(groups.map(({ groupId }) => groupId)).catch(() => undefined)
    if (topics.length > 0) await admin.deleteTopics({ topics })
  } finally {
    await admin.disconnect()
  }
}

async function emptySearch(url: string): Promise<void> {
  const answer = await fetch(new URL('/_cat/indices?format=json', url))
  const indices = (await answer.json()) as { index: string }[]
  for (const { index } of indices.filter(({ index }) => !index.startsWith('.')))
    await fetch(new URL(`/${index}`, url), { method: 'DELETE' })
}
