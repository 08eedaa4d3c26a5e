import assert from 'node:assert/strict'
import type { Stopping } from './stop-under-load.ts'

/** The promises of a stop: no accepted request fails, not ready within a second, ended within ten, cleanly. */
export function assertGraceful({ failed, readyUntilMs, endedMs, ending }: Stopping): void {
  assert.deepEqual(failed, [], `${failed.length} requests failed`)
  assert.ok(readyUntilMs <= 1_000, `it said that it is ready until ${readyUntilMs} ms after SIGTERM`)
  assert.ok(endedMs <= 10_000, `it ended after ${endedMs} ms`)
  assert.deepEqual(ending, { code: 0, signal: null })
}
