import { gouge, hatch, points, polygon, rough, slab, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveHills, carveWater } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'
import { carveTree } from '../stock/trees.ts'

export const lavoir: Motif = {
  name: 'lavoir',
  alt: 'Un lavoir couvert de tuiles, ses piliers de pierre et son bassin.',
  unlike: ['blue'],
  draw(scene) {
    const { random, left, right, lift } = scene
    const tiles = scene.paint('red', 'orange')
    const stone = scene.paint('yellow', 'sand', 'paper')
    carveSky(scene, { horizon: 190, sunX: 690, sunY: 96, size: 70 })
    carveHills(scene, 290 + lift, { hidden: 445 })
    carveTree(scene, [734, 400], 230)
    carveTree(scene, [64, 400], 180)
    // within: deep shadow, the far wall, the spring
    scene.key(rough(points('104,240 696,234 700,440 100,444'), random, 2, 90))
    scene.cut(
      hatch(points('150,290 640,286 640,330 150,334'), { random, gap: 15, width: 3, length: 60, hole: 60, skip: 0.3 }),
    )
    const wall = points('116,352 684,346 688,430 112,434')
    scene.ink(stone, rough(wall, random, 2, 120))
    scene.line(hatch(wall, { random, gap: 15, width: 4, length: 40, hole: 16, skip: 0.12 }))
    scene.line(rough(points('352,436 356,320 400,296 446,320 450,436'), random, 2, 60))
    scene.ink('blue', 'M388 362h26l6 74h-38z')
    scene.cut(
      strokes('396,370 392,428  406,368 408,424', 3),
      gouge([366, 330], [398, 308], 4),
      gouge([404, 308], [434, 328], 4),
    )
    // roof
    scene.key(rough(points('40,258 176,92 622,84 760,248 756,276 44,286'), random, 3, 90))
    const slope = points('72,254 190,108 610,100 728,246')
    scene.ink(tiles, rough(slope, random, 2, 120))
    scene.line(hatch(slope, { random, angle: 90, gap: 22, width: 4, length: 46, hole: 8, wobble: 10 }))
    scene.cut(
      hatch(slope, {
        random,
        angle: 90,
        gap: 24,
        width: 3.6,
        length: 30,
        hole: 34,
        skip: 0.25,
        wobble: 8,
        light: (x) => 1.3 - x / 900,
      }),
      gouge([196, 102], [606, 94], 5),
    )
    // pillars, and the brackets that spread from them
    for (const x of [96, 282, 482, 668]) {
      scene.line(
        rough(
          [
            [x - 8, 272],
            [x + 46, 271],
            [x + 40, 298],
            [x + 37, 470],
            [x + 1, 471],
            [x - 1, 300],
          ],
          random,
          1,
          90,
        ),
        strokes(`${x + 4},350 ${x - 44},280  ${x + 34},350 ${x + 84},278`, 8),
      )
      scene.cut(
        ...[0, 1, 2, 3].map((row) => slab(x + 8, 308 + row * 39, 17, 31, random, 2)),
        gouge([x + 2, 284], [x + 36, 283], 5),
      )
    }
    // the slanting stones, where linen was beaten
    scene.key(
      rough(
        [
          [left - 9, 452],
          [right + 9, 446],
          [right + 9, 609],
          [left - 9, 609],
        ],
        random,
        3,
        90,
      ),
    )
    for (let i = 0; i < 6; i++) {
      const x = 52 + i * 118
      scene.cut(
        polygon([
          [x + 8, 464],
          [x + 106, 462],
          [x + 114, 500],
          [x - 2, 503],
        ]),
      )
      scene.line(gouge([x + 20, 480], [x + 96, 477], 3), gouge([x + 40, 492], [x + 110, 490], 3))
    }
    carveWater(
      scene,
      [
        [left - 9, 520],
        [right + 9, 516],
        [right + 9, 609],
        [left - 9, 609],
      ],
      0.3,
    )
    // reflections of the pillars
    for (const x of [96, 282, 482, 668]) scene.line(gouge([x + 16, 524], [x + 22, 596], 12, { belly: 0.3 }))
    // linen
    const linen = scene.way > 0.5 ? 580 : 226
    scene.line(
      polygon([
        [linen - 62, 456],
        [linen + 66, 454],
        [linen + 58, 552],
        [linen - 40, 564],
      ]),
    )
    scene.ink(
      scene.more ? scene.unlikeSky('red', 'rose') : 'paper',
      polygon([
        [linen - 52, 464],
        [linen + 56, 462],
        [linen + 49, 544],
        [linen - 34, 554],
      ]),
    )
    scene.line(
      gouge([linen - 20, 468], [linen - 14, 546], 4),
      gouge([linen + 16, 466], [linen + 14, 542], 4),
      gouge([linen + 40, 470], [linen + 36, 526], 3),
    )
  },
}
