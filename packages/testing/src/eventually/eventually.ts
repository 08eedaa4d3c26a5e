import { setTimeout as delay } from 'node:timers/promises'

/**
 * Waits until `condition` no longer throws and is not false; gives back what it returned.
 * @param within ms, default 10 000
 * @throws what the condition threw last, or an Error that quotes it
 */
export async function eventually<Result>(
  condition: () => Result | Promise<Result>,
  { within = 10_000, every = 5 }: { within?: number; every?: number } = {},
): Promise<Exclude<Result, false>> {
  const deadline = Date.now() + within
  for (;;) {
    try {
      const result = await condition()
      if (result !== false) return result as Exclude<Result, false>
      if (Date.now() > deadline) throw new Error(`Still not so after ${within} ms: ${condition}`)
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
    await delay(every)
  }
}
