import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { areNear, hammingDistance, hashOf } from './picture-hash.ts'
import { aPhoto } from './testing/pictures.ts'

const hashOfBytes = (bytes: Buffer) => hashOf(sharp(bytes))
const seeds = Array.from({ length: 12 }, (_, n) => n + 1)

test('distance counts the bits that differ', () => {
  assert.equal(hammingDistance('0000000000000000', '0000000000000000'), 0)
  assert.equal(hammingDistance('0000000000000000', 'ffffffffffffffff'), 64)
  assert.equal(hammingDistance('8000000000000001', '0000000000000000'), 2)
})

test('a picture is near itself recompressed, resized, in another format, brighter or cropped by two per cent', async () => {
  for (const seed of seeds) {
    const original = await aPhoto({ seed }).png().toBuffer()
    const hash = await hashOfBytes(original)
    assert.match(hash, /^[0-9a-f]{16}$/)
    const copies = {
      recompressed: sharp(original).jpeg({ quality: 35 }),
      resized: sharp(original).resize(150).jpeg(),
      webp: sharp(original).webp({ quality: 50 }),
      brighter: sharp(original).modulate({ brightness: 1.1 }).jpeg(),
      cropped: sharp(original).extract({ left: 5, top: 3, width: 470, height: 314 }).jpeg(),
    }
    for (const [how, copy] of Object.entries(copies)) {
      const other = await hashOfBytes(await copy.toBuffer())
      assert.ok(areNear(hash, other), `${how}, seed ${seed}: ${hammingDistance(hash, other)} bits`)
    }
  }
})

test('other pictures are far', async () => {
  const hashes = await Promise.all(seeds.map((seed) => hashOf(aPhoto({ seed }))))
  for (const [n, hash] of hashes.entries())
    for (const other of hashes.slice(n + 1)) assert.ok(!areNear(hash, other), `${hammingDistance(hash, other)} bits`)
})

test('plain surfaces are near to nothing, not even to each other', async () => {
  const plain = (background: string) => hashOf(sharp({ create: { width: 40, height: 30, channels: 3, background } }))
  assert.equal(areNear(await plain('white'), await plain('navy')), false)
})
