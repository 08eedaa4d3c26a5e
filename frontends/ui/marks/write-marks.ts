// `npm run marks -w @pmq/ui`: writes the drawings of the mark and prints its pictures.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { icoOf } from './ico.ts'
import { tabSvg } from './marks.ts'
import { drawings, pictures, siteNames } from './outputs.ts'

async function write(path: string, content: string | Buffer) {
  const file = fileURLToPath(new URL(path, import.meta.url))
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}

const print = (svg: string, size: number) =>
  sharp(Buffer.from(svg), { density: 2400 })
    .resize(size, size)
    .png({ palette: true, colours: 32, compressionLevel: 9 })
    .toBuffer()

for (const [path, svg] of Object.entries(drawings())) await write(path, svg)
for (const [path, { svg, size }] of Object.entries(pictures())) await write(path, await print(svg, size))
for (const site of siteNames) {
  const sizes = await Promise.all([16, 32, 48].map(async (size) => ({ size, png: await print(tabSvg(site), size) })))
  await write(`icons/${site}.ico`, icoOf(sizes))
}
