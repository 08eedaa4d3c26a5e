import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cropAround } from './focal-point.ts'
import { ladder } from './ladder.ts'

const widths = (width: number, height: number) => ladder({ width, height }).map((rung) => rung.width)

test('a camera’s picture gets every width, in its own proportion', () => {
  assert.deepEqual(widths(6000, 4000), [320, 640, 960, 1440, 2048])
  assert.deepEqual(ladder({ width: 6000, height: 4000 }, [960]), [{ width: 960, height: 640 }])
})

test('nothing is enlarged; the picture’s own width is the last rung when it is clearly wider than the one before', () => {
  assert.deepEqual(widths(1200, 800), [320, 640, 960, 1200])
  assert.deepEqual(widths(1000, 800), [320, 640, 960])
  assert.deepEqual(widths(100, 80), [100])
  assert.deepEqual(widths(1, 1), [1])
})

test('a very tall picture stays below 8 192 pixels of height, and there is always one copy', () => {
  for (const size of [
    { width: 3000, height: 30_000 },
    { width: 10, height: 100_000 },
    { width: 1, height: 1_000_000 },
  ]) {
    const rungs = ladder(size)
    assert.ok(rungs.length > 0)
    for (const { height } of rungs) assert.ok(height <= 8_192)
  }
})

test('a crop keeps its proportion, stays inside the picture, and has the focal point as near its middle as it can', () => {
  const size = { width: 600, height: 400 }
  assert.deepEqual(cropAround(size, 1), { left: 100, top: 0, width: 400, height: 400 })
  assert.deepEqual(cropAround(size, 1, { x: 0, y: 0 }), { left: 0, top: 0, width: 400, height: 400 })
  assert.deepEqual(cropAround(size, 1, { x: 0.6, y: 0.9 }), { left: 160, top: 0, width: 400, height: 400 })
  assert.deepEqual(cropAround(size, 3, { x: 0.5, y: 1 }), { left: 0, top: 200, width: 600, height: 200 })
})
