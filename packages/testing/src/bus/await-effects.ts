import assert from 'node:assert/strict'
import { setTimeout as delay } from 'node:timers/promises'
import { type Effects, judge, type Verdict } from './effects.ts'
import type { EventLoad } from './event-load.ts'

const faultless: Verdict = { lost: 0, doubled: 0, disordered: 0 }

/**
 * Waits until every event of a load has taken effect, once and in order.
 * @param stallMs how long nothing may happen: who is not back by then is not back
 * @throws AssertionError with what is wrong
 */
export async function awaitEffects(effects: Effects, load: EventLoad, stallMs: number): Promise<void> {
  await load.published
  let verdict = judge(await effects.read(), load)
  let movedAt = Date.now()
  while (verdict.lost > 0 && Date.now() - movedAt < stallMs) {
    await delay(100)
    const now = judge(await effects.read(), load)
    if (now.lost !== verdict.lost) movedAt = Date.now()
    verdict = now
  }
  assert.deepEqual(verdict, faultless)
}
