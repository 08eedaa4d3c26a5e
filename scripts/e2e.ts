// `npm run e2e`: the whole platform on embedded engines, played in Chromium. One file at a time: they share the machine.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runTests } from './test/run-tests.ts'

const cwd = dirname(dirname(fileURLToPath(import.meta.url)))
process.exitCode = (await runTests(process.argv[2] ? [`e2e/**/*${process.argv[2]}*.test.ts`] : ['e2e/**/*.test.ts'], {
  cwd,
  concurrency: 1,
}))
  ? 0
  : 1
