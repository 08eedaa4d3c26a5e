import { type EngineWorkerFailure, startEngineWorker } from '../engine-worker/index.ts'
import type { IdentityOptions } from './options.ts'

export type StartIdentityOptions = IdentityOptions & {
  /** Told when the engine dies unasked. */
  onFailure?: (failure: EngineWorkerFailure) => void
  /** Told of an error that a user met as "the service has met an error"; a warning of the process by default. */
  onServerError?: (error: { message: string; stack?: string }) => void
}

export type RunningIdentity = {
  /** `http://localhost:PORT/realms/midi-quercy`; the discovery document is below. */
  issuer: string
  close(): Promise<void>
}

/**
 * Starts the embedded identity provider, which looks to its clients like the Keycloak realm of production. Meant for one
 * machine: see the README.
 * @throws Error with code `DATA_TOO_NEW`, `DATA_UNREADABLE`, `DATA_IN_USE` or the system's own (`EADDRINUSE`, `ENOSPC` …)
 */
export async function startIdentity(options: StartIdentityOptions): Promise<RunningIdentity> {
  const {
    onFailure,
    onServerError = ({ message }) => process.emitWarning(message, 'IdentityWarning'),
    ...plain
  } = options
  const worker = await startEngineWorker<{ issuer: string }, Record<string, never>>(
    'identity',
    new URL('./identity-worker.ts', import.meta.url),
    plain,
    onFailure,
  )
  worker.onNotice((notice) => onServerError(notice as { message: string; stack?: string }))
  return { issuer: worker.ready.issuer, close: () => worker.close() }
}
