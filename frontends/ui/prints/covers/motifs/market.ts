import { disc, gouge, hatch, limb, points, polygon, rays, rough, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveGround } from '../stock/land.ts'
import { corners, leaning } from '../stock/panes.ts'
import { carveSky } from '../stock/sky.ts'

export const market: Motif = {
  name: 'marche',
  alt: 'Un étal de marché sous son auvent rayé, avec ses cageots de melons et de légumes.',
  draw(scene) {
    const { random } = scene
    const stripe = scene.paint('red', 'green', 'blue', 'orange')
    carveSky(scene, { horizon: 470, sunX: 400, sunY: 120, size: 90, withoutSun: scene.hour !== 'noon' })
    carveGround(scene, 540)
    scene.key(limb(points('142,150 140,570'), [18]), limb(points('660,146 664,570'), [18]))
    scene.cut(gouge([140, 280], [138, 540], 4), gouge([660, 280], [661, 540], 4))
    // awning
    const cloth = corners(points('150,92 650,86 742,252 60,260'))
    const at = leaning(cloth)
    scene.key(rough(points('140,78 660,72 760,262 42,272'), random, 2, 200))
    for (let i = 0; i < 9; i++) {
      const piece = polygon([at(i / 9, 0.02), at((i + 1) / 9, 0.02), at((i + 1) / 9, 1), at(i / 9, 1)])
      if (i % 2) scene.cut(piece)
      else scene.ink(stripe, piece)
      const [x0, y] = at(i / 9, 1)
      const [x1] = at((i + 1) / 9, 1)
      const lip = (inset: number) =>
        `M${Math.round(x0 + inset)} ${Math.round(y)}h${Math.round(x1 - x0 - 2 * inset)}q${-2} ${40 - inset} ${-Math.round((x1 - x0) / 2 - inset)} ${42 - inset}q${-Math.round((x1 - x0) / 2 - inset) + 4} -4 ${-Math.round((x1 - x0) / 2 - inset)} ${-(42 - inset)}z`
      scene.key(lip(-4))
      if (i % 2) scene.cut(lip(5))
      else scene.ink(stripe, lip(5))
      scene.line(gouge(at(i / 9, 0), at(i / 9, 1), 3))
    }
    // back of the stall, with a scale
    scene.key(
      limb(points('400,300 400,330'), [6]),
      limb(points('330,336 470,330'), [9]),
      strokes('334,336 312,372  334,336 356,372  466,331 444,366  466,331 488,366', 3),
    )
    scene.key('M302 372h64q-8 26-32 26t-32-26zM434 366h64q-8 26-32 26t-32-26z')
    // crates
    for (const [x, width] of [
      [86, 200],
      [300, 196],
      [512, 204],
    ] as const) {
      scene.key(
        rough(
          [
            [x, 448],
            [x + width, 444],
            [x + width - 12, 566],
            [x + 12, 568],
          ],
          random,
          2,
          90,
        ),
      )
      for (const row of [0, 1, 2])
        scene.cut(
          polygon([
            [x + 12 + row * 2, 462 + row * 36],
            [x + width - 12 - row * 2, 459 + row * 36],
            [x + width - 14 - row * 2, 483 + row * 36],
            [x + 14 + row * 2, 486 + row * 36],
          ]),
        )
      scene.line(
        hatch(
          [
            [x + 10, 460],
            [x + width - 10, 458],
            [x + width - 20, 560],
            [x + 20, 560],
          ],
          { random, angle: 1, gap: 18, width: 2.6, length: 60, hole: 70, skip: 0.3 },
        ),
      )
    }
    // melons
    for (const [x, y] of [
      [132, 424],
      [186, 414],
      [240, 422],
    ] as const) {
      scene.key(disc([x, y], 38, random, 2, 13))
      scene.ink('orange', disc([x, y], 31, random, 1, 12))
      scene.line(strokes(`${x - 12},${y - 26} ${x - 13},${y + 26}  ${x + 10},${y - 27} ${x + 12},${y + 27}`, 4))
      scene.cut(gouge([x - 22, y + 4], [x - 12, y - 20], 4, { bend: -3 }))
    }
    // greens
    for (let i = 0; i < 5; i++) {
      const x = 326 + i * 36
      scene.key(
        polygon([
          [x - 24, 452],
          [x - 34, 398],
          [x - 12, 366],
          [x + 16, 372],
          [x + 30, 404],
          [x + 20, 452],
        ]),
      )
      scene.ink(
        'green',
        rough(
          [
            [x - 18, 448],
            [x - 26, 400],
            [x - 9, 376],
            [x + 12, 380],
            [x + 23, 406],
            [x + 14, 448],
          ],
          random,
          4,
          22,
        ),
      )
      scene.cut(
        gouge([x - 2, 446], [x - 1, 384], 4, { belly: 0.3 }),
        gouge([x - 2, 420], [x - 16, 396], 3),
        gouge([x, 424], [x + 15, 400], 3),
      )
    }
    // tomatoes or plums
    const round = scene.unlikeSky('red', 'rose')
    for (const [x, y] of [
      [542, 426],
      [592, 422],
      [642, 424],
      [690, 428],
      [566, 388],
      [616, 384],
      [666, 388],
    ] as const) {
      scene.key(disc([x, y], 29, random, 2, 11))
      scene.ink(round, disc([x, y], 23, random, 1, 10))
      scene.ink('green', rays([x, y - 14], 1, 13, { random, count: 5, width: 4 }))
      scene.cut(gouge([x - 14, y + 6], [x - 10, y - 10], 4, { bend: -3 }))
    }
  },
}
