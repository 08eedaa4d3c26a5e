import { playScenario } from './scenario.ts'
import type { Variant } from './variants.ts'
import { createWorld, type World } from './world.ts'

export type Gap = { label: string; occurrence: number }

/** Where a scenario can be killed: each step that it comes by, as two quiet lives of it show. */
export async function gapsOf(world: World): Promise<Gap[]> {
  const lives: Record<string, number>[] = []
  for (const name of ['quiet 1', 'quiet 2']) {
    await world.program().control('arm')
    await playScenario(world, name)
    lives.push(await world.program().counts())
  }
  const [once = {}, steady = {}] = lives
  return Object.entries({ ...once, ...steady }).flatMap(([label, count]) =>
    Array.from({ length: count }, (_, n) => ({ label, occurrence: n + 1 })),
  )
}

/**
 * Plays the scenario once for each gap on one growing world, and kills the program there: before that write, after the one
 * before it. It is started anew, the client goes on, and all must be as if nothing had happened.
 * @returns the labels at which it was really killed
 * @throws AssertionError that names the gap
 */
export async function killInGaps(world: World, gaps: Gap[]): Promise<Map<string, number>> {
  const met = new Map<string, number>()
  for (const [n, { label, occurrence }] of gaps.entries()) {
    const { count } = world.deaths()
    await world.program().control('arm', { label, occurrence })
    try {
      await playScenario(world, `${n}`)
    } catch (error) {
      throw new Error(`Killed before "${label}", number ${occurrence}: ${(error as Error).message}`, { cause: error })
    }
    if (world.deaths().count > count) met.set(label, (met.get(label) ?? 0) + 1)
  }
  return met
}

/** Kills a part that is built wrongly where it hurts. @returns what the harness says of it, nothing if it was not noticed */
export async function findOut(variant: Variant, { label, occurrence }: Gap): Promise<string | undefined> {
  const world = await createWorld({ alone: true, variant })
  try {
    await world.program().control('arm', { label, occurrence })
    await playScenario(world, 'spoilt', { within: 6_000 })
    return undefined
  } catch (error) {
    return (error as Error).message
  } finally {
    await world.close()
  }
}
