// `npm run test:faults`: programs that try to break the platform (`*.faults.test.ts`), each with a broken variant that they must catch.
// Words after `--` choose files: `npm run test:faults -- kill`. PMQ_FAULTS=long plays the full counts of the promises, which takes long.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runTests } from './test/run-tests.ts'

const cwd = dirname(dirname(fileURLToPath(import.meta.url)))
const roots = ['packages', 'services', 'gateway', 'frontends', 'scripts', 'infra', 'benches', 'e2e']
const wanted = process.argv.slice(2)
const patterns = wanted.length === 0 ? ['**/*'] : wanted.flatMap((word) => [`**/*${word}*/**/*`, `**/*${word}*`])
const minute = 60_000
process.exitCode = (await runTests(
  roots.flatMap((root) => patterns.map((pattern) => `${root}/${pattern}.faults.test.ts`)),
  // One after the other: they measure times, and fill the machine by themselves.
  { cwd, kind: 'faults', concurrency: 1, timeoutMs: process.env.PMQ_FAULTS === 'long' ? 60 * minute : 8 * minute },
))
  ? 0
  : 1
