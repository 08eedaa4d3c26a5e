import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { icoOf } from './ico.ts'
import { tabSvg } from './marks.ts'
import { drawings, markNames, pictures, siteNames } from './outputs.ts'

const read = (path: string) => readFile(new URL(path, import.meta.url))
const hint = 'Run: npm run marks -w @pmq/ui'

test('every drawing of the mark is what drawings.ts and the tokens say', async () => {
  for (const [path, svg] of Object.entries(drawings()))
    assert.equal((await read(path)).toString(), svg, `${path}. ${hint}`)
})

test('every picture of the mark is there, in its size and light', async () => {
  for (const [path, { size }] of Object.entries(pictures())) {
    const png = await read(path)
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [size, size], `${path}. ${hint}`)
    assert.ok(png.length < 12_000, `${path} weighs ${png.length}`)
  }
})

test('every site has an icon for programs that only know /favicon.ico', async () => {
  for (const site of siteNames) {
    const ico = await read(`icons/${site}.ico`)
    assert.deepEqual([ico.readUInt16LE(2), ico.readUInt16LE(4), ico.readUInt8(6)], [1, 3, 16])
  }
})

test('a drawing of the mark weighs less than 2.1 kB, a tab’s less than 1 kB', () => {
  for (const [path, svg] of Object.entries(drawings())) assert.ok(svg.length < 2100, `${path}: ${svg.length}`)
  for (const site of siteNames) assert.ok(tabSvg(site).length < 1000)
})

test('no two marks are the same drawing', () => {
  const all = drawings()
  assert.equal(new Set(markNames.map((name) => all[`one-colour/${name}-black.svg`])).size, markNames.length)
})

test('an icon file tells where each of its pictures begins', () => {
  const ico = icoOf([16, 32].map((size) => ({ size, png: Buffer.alloc(size, size) })))
  const second = ico.readUInt32LE(6 + 16 + 12)
  assert.equal(second, 6 + 2 * 16 + 16)
  assert.equal(ico[second], 32)
})
