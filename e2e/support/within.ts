import { setTimeout as delay } from 'node:timers/promises'

/**
 * Looks again and again until `check` throws no more.
 * @param ms from `since`, a `performance.now()`
 * @returns how many milliseconds after `since` it was so
 * @throws Error with the last reason, when the time is over
 */
export async function within(
  ms: number,
  what: string,
  check: () => Promise<unknown>,
  { since = performance.now(), everyMs = 50 } = {},
): Promise<number> {
  for (;;) {
    const failure = await check().then(
      () => undefined,
      (error: unknown) => error ?? new Error('no reason given'),
    )
    const passed = Math.round(performance.now() - since)
    if (failure === undefined && passed <= ms) return passed
    if (passed >= ms) throw new Error(`Not within ${ms} ms: ${what}`, { cause: failure ?? `but after ${passed} ms` })
    await delay(everyMs)
  }
}
