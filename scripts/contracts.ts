// `npm run contracts`: writes what follows from the services' routes and events: the OpenAPI documents, the client's types and
// docs/events.md and docs/authorisations.md. With `--check` it writes nothing and fails when the committed files say something else.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { content } from '@pmq/content'
import { gatewayDocument } from '@pmq/gateway'
import { search } from '@pmq/gateway/search'
import { describeService } from '@pmq/platform/service'
import { linesOf, linesOfDocument, writeAuthorisations } from './contracts/write-authorisations.ts'
import { writeEvents } from './contracts/write-events.ts'
import { writeOperations } from './contracts/write-operations.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const services = await Promise.all([content, search].map(describeService))

/** Formatted as the rest of the code, so that the check of the format has nothing to say. */
const formatted = (file: string, text: string): string => {
  if (file.endsWith('.md')) return text
  const { stdout, stderr, status } = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    ['format', `--stdin-file-path=${file}`],
    { cwd: root, input: text, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024, shell: process.platform === 'win32' },
  )
  if (status !== 0) throw new Error(`${file} could not be formatted:\n${stderr}`)
  return stdout
}
const generated = [
  ...services.map(({ name, openapi }) => [`packages/contracts/openapi/${name}.json`, JSON.stringify(openapi)]),
  ['packages/contracts/src/client/operations.ts', writeOperations(services.map(({ openapi }) => openapi))],
  ['docs/events.md', writeEvents(services)],
  ['docs/authorisations.md', writeAuthorisations([...services.flatMap(linesOf), ...linesOfDocument(gatewayDocument)])],
].map(([file = '', text = '']) => ({ file, text: formatted(file, text) }))

const checking = process.argv.includes('--check')
const read = (file: string) => {
  try {
    return readFileSync(join(root, file), 'utf8')
  } catch {
    return ''
  }
}
for (const { file, text } of generated) {
  const committed = read(file)
  if (committed === text) continue
  if (checking) {
    const [was, is] = [committed.split('\n'), text.split('\n')]
    const at = is.findIndex((line, index) => line !== was[index])
    console.log(
      `${file} no longer fits the code (line ${at + 1}):\n  - ${was[at] ?? ''}\n  + ${is[at] ?? ''}\nRun "npm run contracts", look at the difference, and commit it.`,
    )
    process.exitCode = 1
  } else {
    writeFileSync(join(root, file), text)
    console.log(`wrote ${file}`)
  }
}
