import { disc, gouge, hatch, points, polygon, rays, rough, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveHills, carveWater } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'
import { carvePoplar, carveWood } from '../stock/trees.ts'

export const river: Motif = {
  name: 'riviere',
  alt: 'Un vieux pont de pierre sur la rivière, des peupliers sur la rive.',
  unlike: ['blue'],
  draw(scene) {
    const { random, left, right, lift } = scene
    carveSky(scene, { horizon: 320 + lift, sunX: 380, sunY: 130, size: 92 })
    carveHills(scene, 300 + lift, { hidden: 345 })
    carveWood(scene, [left, 366], [right, 352], 27)
    for (const [x, height] of [
      [96, 270],
      [160, 220],
      [700, 240],
      [640, 180],
    ].slice(0, 2 + scene.more) as [number, number][])
      carvePoplar(scene, [x, 374], height)
    carveWater(
      scene,
      [
        [left - 9, 400],
        [right + 9, 396],
        [right + 9, 609],
        [left - 9, 609],
      ],
      0.25,
    )
    // the bridge, with its cutwaters
    scene.key(
      rough(
        [
          [left - 9, 356],
          [150, 334],
          [400, 308],
          [650, 330],
          [right + 9, 352],
          [right + 9, 470],
          [left - 9, 470],
        ],
        random,
        3,
        90,
      ),
    )
    scene.cut(gouge([left, 372], [390, 322], 5), gouge([410, 322], [right, 366], 5))
    const arches: [x: number, reach: number][] = [
      [100, 92],
      [310, 96],
      [524, 94],
      [726, 90],
    ]
    for (const [x, reach] of arches) {
      scene.ink('blue', `M${x - reach} 500V446a${reach} ${reach - 8} 0 0 1 ${2 * reach} 0v54z`)
      scene.line(
        `M${x - reach} 446a${reach} ${reach - 8} 0 0 1 ${2 * reach} 0l-14 0a${reach - 14} ${reach - 34} 0 0 0 -${2 * reach - 28} 0z`,
      )
      scene.cut(
        rays([x, 452], reach + 4, reach + 22, {
          random,
          count: 13,
          width: 4.4,
          from: Math.PI * 1.06,
          to: Math.PI * 1.94,
          short: 1,
          belly: 0.5,
        }),
      )
      scene.cut(
        hatch(
          [
            [x - reach + 20, 462],
            [x + reach - 20, 460],
            [x + reach - 8, 500],
            [x - reach + 8, 500],
          ],
          { random, gap: 20, width: 4.8, length: 70, hole: 40, skip: 0.2 },
        ),
      )
    }
    for (const x of [204, 416, 626]) {
      scene.line(
        polygon([
          [x - 26, 520],
          [x - 24, 396],
          [x, 376],
          [x + 24, 396],
          [x + 26, 520],
          [x, 536],
        ]),
      )
      scene.cut(
        polygon([
          [x - 17, 512],
          [x - 16, 402],
          [x - 3, 390],
          [x - 3, 522],
        ]),
      )
      scene.line(strokes(`${x - 18},430 ${x - 2},428  ${x - 18},458 ${x - 2},456  ${x - 18},486 ${x - 2},484`, 3))
    }
    scene.line(
      hatch(points('180,530 640,526 600,590 220,594'), { random, gap: 15, width: 5, length: 50, hole: 50, skip: 0.25 }),
    )
    // reeds, a heron
    for (const [x, h] of [
      [40, 150],
      [64, 190],
      [86, 140],
      [108, 110],
    ] as const) {
      scene.key(gouge([x, 609], [x - 6, 609 - h], 6, { bend: 5 }))
      scene.key(gouge([x - 5, 618 - h], [x - 7, 570 - h], 9))
    }
    // a duck
    if (scene.way > 0.3) {
      scene.leaf(
        'paper',
        'M704 524c-40 14-92-2-118-34 32-2 36-30 72-36 22-4 24-16 14-40-12-28-2-50 22-52 14 0 22 8 24 18l46 10-46 6c-6 8-16 14-14 28 6 22 26 26 26 52 0 24-10 40-26 48z',
      )
      scene.line(
        gouge([612, 492], [700, 486], 5, { bend: -9 }),
        gouge([640, 508], [706, 504], 4, { bend: -5 }),
        disc([698, 378], 4, random, 0, 7),
      )
      scene.ink('yellow', 'M714 376l48 11-46 5z')
      scene.cut(strokes('560,540 660,534  676,536 790,542  600,560 740,556', 6))
    }
  },
}
