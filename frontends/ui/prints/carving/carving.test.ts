import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  along,
  chatter,
  createPrint,
  disc,
  gouge,
  hatch,
  isInside,
  limb,
  type Outline,
  oakLeaf,
  points,
  polygon,
  rays,
  rough,
  seededRandom,
  shapesSvg,
  slab,
  strokes,
  svgFile,
  windsBack,
} from './carving.ts'

const field: Outline = [
  [10, 20],
  [210, 0],
  [240, 180],
  [0, 160],
]

function everything(seed: string): string {
  const random = seededRandom(seed)
  const { outline, veins, stem } = oakLeaf([40.5, 60.2], 120, 33, random)
  return [
    gouge([0.4, 1.6], [88.2, 41.9], 6.5, { bend: 3 }),
    rough(field, random),
    slab(3, 4, 50, 60, random),
    disc([50, 50], 33.3, random),
    limb(field, [12, 8, 3]),
    hatch(field, { random, angle: 12, length: 40 }),
    rays([99, 88], 10, 60, { random, count: 12, width: 4 }),
    chatter(field, { random, count: 9, length: 20, width: 3 }),
    outline,
    veins,
    stem,
  ].join('')
}

test('the same seed carves the same print, and another seed another', () => {
  assert.equal(everything('chêne'), everything('chêne'))
  assert.notEqual(everything('chêne'), everything('calcaire'))
})

test('every coordinate is a whole number, without a needless sign or space', () => {
  const d = everything('chêne')
  assert.doesNotMatch(d, /\.\d|-0(?!\d)|NaN|undefined|Infinity| -/)
  assert.match(d, /^(?:[MlqzCQ]|-?\d+| )+$/)
})

/** Points on the edge of a gouge, as told by its curves. */
function edgeAt(d: string, share: number): [number, number] {
  const [, x = 0, y = 0, cx = 0, cy = 0, dx = 0, dy = 0] =
    d.match(/^M(-?\d+) ?(-?\d+)q(-?\d+) ?(-?\d+) ?(-?\d+) ?(-?\d+)/)?.map(Number) ?? []
  return [x + 2 * (1 - share) * share * cx + share ** 2 * dx, y + 2 * (1 - share) * share * cy + share ** 2 * dy]
}

test('a cut is pointed at both ends and widest in between', () => {
  for (const width of [4, 30]) {
    const d = gouge([0, 0], [400, 0], width)
    const reach = [0, 0.05, 0.5, 0.95, 1].map((share) => Math.abs(edgeAt(d, share)[1]))
    assert.equal(reach[0], 0)
    assert.equal(reach[4], 0)
    assert.ok((reach[2] ?? 0) > 3 * (reach[1] ?? 0) && (reach[2] ?? 0) > 3 * (reach[3] ?? 0))
  }
})

test('the belly moves where the cut is widest', () => {
  const widestOf = (belly: number) => {
    const d = gouge([0, 0], [400, 0], 30, { belly })
    const shares = Array.from({ length: 101 }, (_, index) => index / 100)
    const heights = shares.map((share) => Math.abs(edgeAt(d, share)[1]))
    return edgeAt(d, shares[heights.indexOf(Math.max(...heights))] ?? 0)[0]
  }
  assert.ok(widestOf(0.2) < widestOf(0.5) && widestOf(0.5) < widestOf(0.8))
})

const starts = (d: string) => [...d.matchAll(/M(-?\d+) ?(-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)

test('hatching and chatter stay inside the outline', () => {
  const centre = along([10, 20], [240, 180], 0.5)
  const wider = field.map((point) => along(centre, point, 1.08))
  const random = seededRandom('rows')
  const cuts =
    hatch(field, { random, angle: 30, length: 30 }) + chatter(field, { random, count: 40, length: 9, width: 2 })
  assert.ok(starts(cuts).length > 40)
  for (const start of starts(cuts)) assert.ok(isInside(wider, start), `${start}`)
})

test('light makes cuts thinner until there are none', () => {
  const random = seededRandom('light')
  const cuts = hatch(field, { random, length: 20, hole: 4, light: (x) => (x < 120 ? 1 : 0) })
  assert.ok(starts(cuts).length > 10)
  assert.ok(starts(cuts).every(([x]) => x < 140))
})

test('an outline without surface gets no cut and no endless search', () => {
  const line: Outline = [
    [0, 0],
    [50, 0],
  ]
  const random = seededRandom('flat')
  assert.equal(chatter(line, { random, count: 20, length: 5, width: 2 }), '')
  assert.equal(hatch(line, { random }), '')
  assert.equal(polygon([]), '')
})

test('neighbouring flats of one ink become one path, and a rim keeps its own', () => {
  const print = createPrint()
  print.ink('key', 'M0 0h9v9z')
  print.ink('key', 'M9 9h9v9z', '')
  print.ink('key', '')
  print.rimmed('key', { ink: 'paper', width: 5 }, 'M1 1h2v2z')
  print.ink('red', 'M3 3h2v2z')
  assert.deepEqual(
    print.shapes.map(({ ink }) => ink),
    ['key', 'key', 'red'],
  )
  const body = shapesSvg(print.shapes, (ink) => `#${ink}`)
  assert.match(body, /^<path fill="#key" d="M0 0h9v9zm9 9h9v9z"\/><path fill="#key" stroke="#paper"/)
  assert.match(svgFile({ left: -10, top: 0, width: 40, height: 30 }, body), /viewBox="-10 0 40 30" width="40"/)
})

test('figures after the first start where the one before did', () => {
  const print = createPrint()
  print.ink('key', 'M10 20h5v5z', 'M-3-4h2v2zM0 0l1 1 0 1z')
  assert.match(
    shapesSvg(print.shapes, () => 'red'),
    /d="M10 20h5v5zm-13-24h2v2zm3 4l1 1 0 1z"/,
  )
})

test('points and cuts can be written as in SVG, and a slip of the pen is told', () => {
  assert.deepEqual(points(' 1,2  3,-4\n5,6 '), [
    [1, 2],
    [3, -4],
    [5, 6],
  ])
  assert.equal(strokes('0,0 40,0  0,9 40,9', 3), gouge([0, 0], [40, 0], 3) + gouge([0, 9], [40, 9], 3))
  assert.throws(() => points('1,2 3'), /Not a point: 3/)
})

test('whatever the order of its corners, a flat never cuts a hole into another of its ink', () => {
  const square = points('0,0 40,0 40,40 0,40')
  for (const d of [
    polygon(square),
    polygon(square.toReversed()),
    disc([20, 20], 9, seededRandom('disc')),
    gouge([0, 20], [40, 20], 4),
    gouge([40, 20], [0, 20], 20, { bend: -7 }),
    limb(square, [5]),
  ])
    assert.equal(windsBack(d), false, d)
  assert.equal(windsBack('M0 0h40v40h-40z'), true)
  assert.equal(windsBack('M0 0v40h40v-40zM9 9q5 0 9 0q0 5 0 9z'), true)
  const print = createPrint()
  print.ink('key', 'M0 0v9h9z')
  print.apart('key', 'M0 0h9v9z')
  print.ink('key', 'M1 0v9h9z')
  assert.equal(print.shapes.length, 3)
})
