import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { colours } from '../tokens/tokens.ts'
import { drawings } from './drawings.ts'

const inks = new Set([...Object.values(colours.day), ...Object.values(colours.night)])

for (const { path, draw, most } of drawings)
  test(`${path} is up to date, light, and printed in the inks of the tokens`, async () => {
    const svg = draw()
    const file = await readFile(new URL(path, import.meta.url), 'utf8')
    assert.equal(file, svg, 'run `npm run prints -w @pmq/ui`')
    assert.ok(svg.length <= most.raw, `${svg.length} bytes`)
    assert.ok(!most.gzip || gzipSync(svg).length <= most.gzip, `${gzipSync(svg).length} bytes, compressed`)
    for (const [hex] of svg.matchAll(/#[0-9a-f]{6}\b/g)) assert.ok(inks.has(hex), `${hex} is not an ink of the tokens`)
    assert.doesNotMatch(svg, /NaN|undefined|Infinity/)
  })
