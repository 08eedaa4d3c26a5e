import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDocuments } from '@pmq/embedded/documents'
import { startEvents } from '@pmq/embedded/events'
import { type Role, TokenRefused } from '@pmq/platform/auth'
import { inProcessFetch } from '@pmq/platform/http'
import { silentLog } from '@pmq/platform/log'
import { createMetrics } from '@pmq/platform/metrics'
import { startService } from '@pmq/platform/service'
import { watchOperations } from '@pmq/testing/documents'
import { seedOnce } from '../seed/index.ts'
import { content } from '../service.ts'

type Call = { as?: Role | 'forged'; version?: number; body?: unknown; key?: string }
export type Answer<View> = { status: number; view: View; etag: string | null }

/** The service on embedded engines with the first contents, answering in process. A token is a role's name here. */
export async function startRunningContent() {
  const dataDir = await mkdtemp(join(tmpdir(), 'pmq-content-'))
  const documents = await startDocuments({ dataDir: join(dataDir, 'documents'), port: 0 })
  const operations = watchOperations()
  const events = await startEvents({ dataDir: join(dataDir, 'events') })
  const log = silentLog()
  let now: Date | undefined
  const clock = () => now ?? new Date()
  await seedOnce({ documentsUri: documents.uri, clock, log })
  const service = await startService(content, {
    documentsUri: documents.uri,
    bus: events.bus,
    search: {} as never, // content does not search
    metrics: createMetrics(),
    log,
    clock,
    checkAnswers: true,
    verifier: {
      async verify(token) {
        if (token === 'forged') throw new TokenRefused('auth.token-invalid')
        return { subject: token, name: `Camille (${token})`, username: token, roles: [token as Role] }
      },
    },
  })
  const fetch = inProcessFetch(service.router)
  return {
    service,
    bus: events.bus,
    /** Sets the service's clock; without a date it runs again. */
    setClock(date?: Date) {
      now = date
    },
    async call<View = Record<string, unknown>>(
      operation: string,
      { as, version, body, key }: Call = {},
    ): Promise<Answer<View>> {
      const [method = 'GET', path = '/'] = operation.split(' ')
      const answer = await fetch(path, {
        method,
        headers: {
          ...(as ? { authorization: `Bearer ${as}` } : {}),
          ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
          ...(key ? { 'idempotency-key': key } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      return {
        status: answer.status,
        view: (text ? JSON.parse(text) : undefined) as View,
        etag: answer.headers.get('etag'),
      }
    },
    async stop() {
      await service.stop()
      await Promise.all([events.close(), documents.close()])
      await rm(dataDir, { recursive: true })
      operations.stop()
      assert.deepEqual(operations.complaints(), [], 'the service asks its documents for nothing but what is proved')
    },
  }
}
