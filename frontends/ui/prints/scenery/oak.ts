import { gouges, oakLeaf, type Point, type Random } from '../carving/carving.ts'
import type { Sheet } from '../hand/sheet.ts'

type Leaf = readonly [x: number, y: number, length: number, angle: number]

/** Oak leaves that stand out from what is behind them by a rim of key ink. */
export function foliage(sheet: Sheet, leaves: readonly Leaf[], random: Random) {
  for (const [x, y, length, angle] of leaves) {
    const rim = oakLeaf([x, y], length, angle, random)
    sheet.leaf(rim)
  }
}

/** Acorns hanging from a twig. */
export function acorns(sheet: Sheet, places: readonly (readonly [number, number, number])[]) {
  for (const [x, y, turn] of places)
    sheet.at(`translate(${x} ${y})rotate(${turn})`, () => {
      sheet.add('k', 'M-16 4c-2 30 8 42 16 48 8-6 18-18 16-48z')
      sheet.add('y', 'M-10 8c0 24 6 32 10 37 4-5 10-13 10-37z')
      sheet.add('k', 'M-18 8c0-17 36-17 36 0-9 6-27 6-36 0zM-2-6l2-18 4 0-1 18z')
      sheet.add('p', 'M-5 14q-2 12 3 22-7-9-3-22z', gouges([[-10, 1, 8, 0]], 1.4))
    })
}

export function leaf(sheet: Sheet, at: Point, length: number, angle: number, random: Random) {
  sheet.leaf(oakLeaf(at, length, angle, random, 3))
}
