import assert from 'node:assert/strict'
import type { State } from './state.ts'

/**
 * The promises about what was stored: nothing is left half done, each change was announced, in order per note, each
 * announcement had its effect once, and the projection is what the source is.
 * @param mayRepeat events that were between their effect and its record when a process was killed
 */
export function judge(state: State, mayRepeat: (event: string) => boolean): void {
  assert.deepEqual(state.unfinished, { outboxes: 0, leases: 0, keys: 0, behind: 0 }, 'something is unfinished')
  const bySubject = Map.groupBy(state.heard, ({ subject }) => subject)
  for (const [subject, rows] of bySubject) {
    const firsts = [...new Set(rows.map(({ sequence }) => sequence))]
    assert.deepEqual(
      firsts,
      firsts.map((_, n) => n + 1),
      `${subject}: heard out of order, or not all`,
    )
  }
  for (const { id, version } of state.notes) {
    const last = bySubject.get(id)?.at(-1)?.sequence ?? 0
    assert.equal(new Set(bySubject.get(id)?.map(({ sequence }) => sequence)).size, version, `${id}: lost after ${last}`)
  }
  for (const [event, rows] of Map.groupBy(state.heard, ({ event }) => event))
    assert.ok(rows.length === 1 || mayRepeat(event), `${event}: ${rows.length} effects`)
  const titles = (rows: { id: string; title: string }[]) => rows.map(({ id, title }) => `${id} ${title}`).sort()
  assert.deepEqual(titles(state.indexed), titles(state.notes), 'the projection is not what the source is')
}
