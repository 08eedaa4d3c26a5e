import { type EngineWorkerFailure, startEngineWorker } from '../engine-worker/index.ts'
import type { MailQuery, MailSummary } from './message-store.ts'
import type { MailFile, ParsedMail } from './parse-mail.ts'

export type MailOptions = {
  /** The folder that this engine owns; created when needed. */
  dataDir: string
  /** 0 for any free port. */
  port: number
  /** Bytes that messages leave free on the disk; 64 MiB by default. */
  minFreeBytes?: number
  /** Told when the engine's thread dies unasked. */
  onFailure?: (failure: EngineWorkerFailure) => void
}

/** A kept message, read: what SMTP was told and what its reader sees. */
export type StoredMail = MailSummary & ParsedMail

/** All that was received, for everybody: there are no accounts here. */
export type Mailbox = {
  /** The newest first; `page` counts from 1. */
  list(query?: Partial<MailQuery>): Promise<{ items: MailSummary[]; total: number }>
  get(id: string): Promise<StoredMail | undefined>
  /** The message as it came. */
  raw(id: string): Promise<Uint8Array | undefined>
  /** The `n`th attachment, from 0. */
  attachment(id: string, n: number): Promise<MailFile | undefined>
  /** Removes every message. */
  clear(): Promise<void>
}

export type EmbeddedMail = {
  /** `smtp://localhost:PORT` */
  smtpUrl: string
  mailbox: Mailbox
  /** Lets messages on their way in finish for 3 seconds, then stops. */
  close(): Promise<void>
}

export type MailWorkerOptions = { dataDir: string; port: number; minFreeBytes: number }
export type MailReady = { port: number }

type MailMethods = {
  list(query: MailQuery): { items: MailSummary[]; total: number }
  get(id: string): Promise<StoredMail | undefined>
  raw(id: string): Promise<Uint8Array | undefined>
  attachment(id: string, n: number): Promise<MailFile | undefined>
  clear(): Promise<void>
}

const minFree = 64 * 1024 ** 2

/**
 * Starts the embedded mailbox: an SMTP server in a thread of its own, on this machine's loopback only, that keeps every
 * message and sends none on.
 * @throws Error with code `EADDRINUSE`, `DATA_TOO_NEW`, `DATA_IN_USE` …
 */
export async function startMail({
  dataDir,
  port,
  minFreeBytes = minFree,
  onFailure,
}: MailOptions): Promise<EmbeddedMail> {
  const url = new URL('./mail-worker.ts', import.meta.url)
  const options: MailWorkerOptions = { dataDir, port, minFreeBytes }
  const worker = await startEngineWorker<MailReady, MailMethods>('mail', url, options, onFailure)
  const mailbox: Mailbox = {
    list: (query = {}) => worker.call('list', { page: 1, perPage: 20, ...query }),
    get: (id) => worker.call('get', id),
    raw: (id) => worker.call('raw', id),
    attachment: (id, n) => worker.call('attachment', id, n),
    clear: () => worker.call('clear'),
  }
  return { smtpUrl: `smtp://localhost:${worker.ready.port}`, mailbox, close: worker.close }
}
