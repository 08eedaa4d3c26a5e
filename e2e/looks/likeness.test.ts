import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { likeness } from './likeness.ts'

const sheet = (...shapes: string[]) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="342" height="400"><rect width="342" height="400" fill="#f7f0e1"/>${shapes.join('')}</svg>`,
    ),
  )
    .png()
    .toBuffer()
const plate = (x: number, y: number) => `<rect x="${x}" y="${y}" width="200" height="120" fill="#7a9a01"/>`
const lines = (shift: number) =>
  Array.from(
    { length: 30 },
    (_, row) => `<rect x="${20 + shift}" y="${200 + 6 * row + shift}" width="180" height="1" fill="#161c24"/>`,
  )

test('letters that are drawn half a pixel elsewhere are the same picture', async () => {
  const { differing } = await likeness(
    await sheet(plate(10, 10), ...lines(0)),
    await sheet(plate(10, 10), ...lines(0.4)),
  )
  assert.equal(differing, 0)
})

test('a plate that has moved, changed its ink or gone is another picture', async () => {
  const before = await sheet(plate(10, 10))
  for (const after of [
    await sheet(plate(60, 40)),
    await sheet(plate(10, 10).replace('#7a9a01', '#af272f')),
    await sheet(),
  ])
    assert.ok((await likeness(before, after)).differing > 0.05)
})
