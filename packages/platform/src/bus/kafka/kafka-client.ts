import { setTimeout as delay } from 'node:timers/promises'
import { type Admin, Kafka, type KafkaConfig, type LogEntry, logLevel } from 'kafkajs'
import type { Log } from '../../log/index.ts'

export type KafkaOptions = {
  /** `host:port`, one or several. */
  brokers: string[]
  /** How this program is named in the broker's logs and quotas. */
  clientId: string
  ssl?: KafkaConfig['ssl']
  sasl?: KafkaConfig['sasl']
  log: KafkaLog
}

export type KafkaLog = Pick<Log, 'debug' | 'warn' | 'error'>

/** A client that tries for some seconds before it gives up a request; who asked decides what then. */
export function createKafka({ brokers, clientId, ssl, sasl, log }: KafkaOptions): Kafka {
  return new Kafka({
    brokers,
    clientId,
    ...(ssl === undefined ? {} : { ssl }),
    ...(sasl === undefined ? {} : { sasl }),
    connectionTimeout: 3000,
    requestTimeout: 15_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2000, retries: 6 },
    logLevel: logLevel.INFO,
    // What kafkajs calls an error it tries again; what comes of it is told by those who asked.
    logCreator:
      () =>
      ({ namespace, log: { message, timestamp, logger, ...said } }: LogEntry) =>
        log.debug({ kafka: namespace, ...plain(said) }, message),
  })
}

/** Errors and small values; no messages, which may hold personal data. */
const plain = (said: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value)))

const LEAVE_MS = 1000

/**
 * Takes leave, and waits no longer than a second for brokers that do not answer: kafkajs would wait for half a minute, and
 * they take us for gone by themselves.
 */
export async function leave(leaving: Promise<unknown> | undefined): Promise<void> {
  const left = new AbortController()
  const impatience = delay(LEAVE_MS, undefined, { signal: left.signal }).catch(() => undefined)
  await Promise.race([leaving?.catch(() => undefined), impatience])
  left.abort()
}

/** An administrator's connection, made when first needed and made anew when it has failed. */
export type Administrator = {
  ask<Answer>(question: (admin: Admin) => Promise<Answer>): Promise<Answer>
  close(): Promise<void>
}

export function createAdministrator(kafka: Kafka): Administrator {
  let connection: Promise<Admin> | undefined
  const connected = (): Promise<Admin> => {
    connection ??= (async () => {
      const admin = kafka.admin()
      await admin.connect()
      return admin
    })()
    return connection
  }
  const close = async () => {
    const old = connection
    connection = undefined
    await leave(old?.then((admin) => admin.disconnect()))
  }
  return {
    async ask(question) {
      try {
        return await question(await connected())
      } catch {
        // The connection may be one of before the broker's restart.
        await close()
        return question(await connected())
      }
    },
    close,
  }
}
