// `npm test`: every test that needs no outside engine and no browser session of the whole platform.
// Words after `--` choose files: `npm test -- content` runs those whose path has "content".
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runTests } from './test/run-tests.ts'

const cwd = dirname(dirname(fileURLToPath(import.meta.url)))
const roots = ['packages', 'services', 'gateway', 'frontends', 'scripts', 'infra', 'benches']
const wanted = process.argv.slice(2)
const files = roots.map((root) => `${root}/**/*.test.ts`)
const chosen =
  wanted.length === 0
    ? files
    : roots.flatMap((root) =>
        wanted.flatMap((word) => [
          `${root}/**/*${word}*/**/*.test.ts`,
          `${root}/**/*${word}*.test.ts`,
          `*${word}*/**/*.test.ts`,
        ]),
      )
process.exitCode = (await runTests(chosen, { cwd })) ? 0 : 1
