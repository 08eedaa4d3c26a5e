import { appendFileSync, globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

export type Counts = { passed: number; failed: number; skipped: number }

/**
 * `name.engines.test.ts` needs real engines, `name.docker.test.ts` starts them from images, `name.faults.test.ts` breaks
 * things for minutes; the others are plain.
 */
export type TestKind = 'plain' | 'engines' | 'docker' | 'faults'

const kindOf = (file: string): TestKind =>
  (file.match(/\.(engines|docker|faults)\.test\.\w+$/)?.[1] as TestKind) ?? 'plain'

/**
 * Runs the test files of one kind, one process each, and prints a closing line that counts the tests.
 * @returns whether all passed; no test at all is a failure too
 */
export async function runTests(
  patterns: string[],
  options: { cwd: string; kind?: TestKind; concurrency?: number; timeoutMs?: number },
): Promise<boolean> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 }
  const { cwd, kind = 'plain' } = options
  const files = globSync(patterns, { cwd, exclude: (path) => path.endsWith('node_modules') })
  const stream = run({
    cwd,
    files: files.filter((file) => kindOf(file) === kind).map((file) => resolve(cwd, file)),
    concurrency: options.concurrency ?? Math.max(2, availableParallelism()),
    timeout: options.timeoutMs ?? 300_000,
    // kafkajs asks for timers in the past.
    execArgv: ['--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning'],
  })
  stream.on('test:summary', (summary) => {
    if (summary.file !== undefined) return
    counts.passed = summary.counts.passed
    counts.failed = summary.counts.tests - summary.counts.passed - summary.counts.skipped - summary.counts.todo
    counts.skipped = summary.counts.skipped + summary.counts.todo
  })
  await new Promise((ended, reject) =>
    stream
      .compose(spec)
      .on('data', (text) => process.stdout.write(text))
      .on('end', ended)
      .on('error', reject),
  )
  console.log(
    `\n${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`,
  )
  if (process.env.PMQ_TEST_COUNTS) appendFileSync(process.env.PMQ_TEST_COUNTS, `${JSON.stringify(counts)}\n`)
  return counts.failed === 0 && counts.passed > 0
}
