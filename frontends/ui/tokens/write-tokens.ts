// `npm run tokens -w @pmq/ui`: writes every file that comes from the tokens, formatted as the house does.
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { outputs } from './outputs.ts'

const written = outputs()
for (const { file, text } of written) await writeFile(file, text)
execFileSync('biome', ['format', '--write', ...written.map(({ file }) => fileURLToPath(file))], { stdio: 'inherit' })
