// `npm run sign-in -w @pmq/ui`: gives both sign-in pages their mark, print and fonts.
import { mkdir, writeFile } from 'node:fs/promises'
import { copies } from './copies.ts'

for (const { to, read } of copies) {
  await mkdir(new URL('.', to), { recursive: true })
  await writeFile(to, await read())
}
