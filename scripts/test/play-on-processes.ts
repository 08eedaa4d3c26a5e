import { runTests } from './run-tests.ts'

/**
 * What is played with how many replicas: each suite on processes at least once, and the writing ones, in which replicas could get
 * into each other's way, on two. The look of pages and the handling of bad input do not depend on engines.
 */
const suites = {
  1: ['access', 'reading', 'searching'],
  2: ['editing', 'searching'],
} as const

/**
 * Plays the end-to-end suites in Chromium on the platform as separate processes, on the engines that the environment names;
 * with two replicas of each program also what only replicas can get wrong. Needs Chromium.
 * @param cwd the root of the repository
 * @returns whether all passed
 */
export async function playOnProcesses({ replicas, cwd }: { replicas: 1 | 2; cwd: string }): Promise<boolean> {
  Object.assign(process.env, { PMQ_E2E: 'processes', E2E_REPLICAS: String(replicas) })
  const options = { cwd, concurrency: 1, timeoutMs: 600_000 }
  const played = await runTests(
    suites[replicas].map((suite) => `e2e/${suite}/*.test.ts`),
    options,
  )
  return replicas === 1
    ? played
    : (await runTests(['e2e/replicas/*.test.ts'], { ...options, kind: 'engines' })) && played
}
