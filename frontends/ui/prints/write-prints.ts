// `npm run prints -w @pmq/ui`: writes the drawings that are files.
import { writeFile } from 'node:fs/promises'
import { drawings } from './drawings.ts'

await Promise.all(drawings.map(({ path, draw }) => writeFile(new URL(path, import.meta.url), draw())))
