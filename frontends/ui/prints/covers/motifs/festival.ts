import { along, disc, gouge, hatch, limb, points, polygon, rays, rough, strokes } from '../../carving/carving.ts'
import type { Ink } from '../inks.ts'
import type { Motif } from '../motif.ts'
import { carveGround } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'
import { carveWood } from '../stock/trees.ts'

export const festival: Motif = {
  name: 'fete',
  alt: 'Un soir de fête : guirlandes de fanions, lampions et accordéon.',
  draw(scene) {
    const { random, left, right } = scene
    const inks = (['red', 'yellow', 'green', 'blue', 'orange', 'paper'] as const).filter((ink) => ink !== scene.sky)
    const ink = (index: number): Ink => inks[index % inks.length] ?? 'paper'
    carveSky(scene, { horizon: 470, sunX: 400, sunY: 210, size: 110 })
    carveWood(scene, [left, 476], [right, 470], 54)
    carveGround(scene, 500)
    // garlands: a sagging string, a pennant at each knot
    let next = Math.floor(scene.way * 5)
    for (const [from, to, sag] of [
      [[left - 30, 20], [430, 8], 96],
      [[370, 10], [right + 30, 36], 110],
    ] as const) {
      const knots = 7
      const knot = (i: number) => {
        const [x, y] = along(from, to, i / knots)
        return [x, y + sag * 4 * (i / knots) * (1 - i / knots)] as const
      }
      for (let i = 0; i < knots; i++) {
        const [a, b] = [knot(i), knot(i + 1)]
        scene.key(limb([a, b], [6]))
        const [p, q] = [along(a, b, 0.12), along(a, b, 0.88)]
        const tip = [(p[0] + q[0]) / 2 + (random() - 0.5) * 12, (p[1] + q[1]) / 2 + 78] as const
        scene.key(polygon([along(a, b, 0.02), along(a, b, 0.98), [tip[0], tip[1] + 15]]))
        scene.ink(
          ink(next++),
          polygon([
            [p[0], p[1] + 4],
            [q[0], q[1] + 4],
            [tip[0], tip[1] - 4],
          ]),
        )
      }
    }
    // lanterns
    for (const [x, y] of [
      [120, 236],
      [690, 246],
    ] as const) {
      scene.key(
        limb(
          [
            [x, y - 130],
            [x, y - 58],
          ],
          [4],
        ),
        disc([x, y], 60, random, 2, 16),
        polygon([
          [x - 24, y - 68],
          [x + 24, y - 68],
          [x + 24, y - 50],
          [x - 24, y - 50],
        ]),
        polygon([
          [x - 22, y + 52],
          [x + 22, y + 52],
          [x + 20, y + 68],
          [x - 20, y + 68],
        ]),
      )
      scene.ink(scene.unlikeSky('yellow', 'paper'), disc([x, y], 50, random, 1, 16))
      scene.line(
        gouge([x - 10, y - 50], [x - 10, y + 50], 3, { bend: 18 }),
        gouge([x + 10, y - 50], [x + 10, y + 50], 3, { bend: -18 }),
        gouge([x, y - 50], [x, y + 50], 4),
      )
      if (scene.hour === 'night' || scene.hour === 'evening')
        scene.cut(rays([x, y], 72, 108, { random, count: 12, width: 6 }))
    }
    // the accordion
    const bellows = scene.paint('red', 'blue', 'green')
    scene.key(
      rough(points('196,286 300,262 306,540 190,530'), random, 2, 110),
      rough(points('506,262 606,288 612,530 500,540'), random, 2, 110),
    )
    for (let fold = 0; fold < 7; fold++) {
      const x = 294 + fold * 31
      const dip = [0, 9, 15, 17, 15, 9, 0][fold] ?? 0
      scene.key(
        polygon([
          [x, 278 + dip],
          [x + 16, 262 + dip],
          [x + 34, 278 + dip],
          [x + 34, 524 + dip],
          [x + 16, 542 + dip],
          [x, 524 + dip],
        ]),
      )
      scene.ink(
        fold % 2 ? 'paper' : bellows,
        polygon([
          [x + 4, 286 + dip],
          [x + 15, 274 + dip],
          [x + 15, 528 + dip],
          [x + 4, 518 + dip],
        ]),
      )
      scene.ink(
        bellows,
        polygon([
          [x + 19, 276 + dip],
          [x + 29, 286 + dip],
          [x + 29, 518 + dip],
          [x + 19, 528 + dip],
        ]),
      )
    }
    scene.ink(
      scene.unlikeSky('yellow', 'green'),
      rough(points('208,296 288,277 292,526 203,518'), random, 1, 120),
      rough(points('518,277 594,297 599,518 513,526'), random, 1, 120),
    )
    // keys and buttons
    scene.line(rough(points('216,316 254,308 252,508 212,504'), random, 1, 100))
    scene.cut(
      ...Array.from({ length: 8 }, (_, i) =>
        polygon([
          [220, 322 + i * 23],
          [249, 317 + i * 23],
          [248, 334 + i * 23],
          [219, 338 + i * 23],
        ]),
      ),
    )
    for (let row = 0; row < 6; row++)
      for (const x of [538, 566]) scene.line(disc([x + (row % 2) * 7, 326 + row * 33], 10, random, 1, 6))
    scene.line(
      hatch(points('262,310 284,304 286,506 262,506'), { random, angle: 90, gap: 9, width: 3, length: 30, hole: 10 }),
    )
    scene.cut(strokes('608,312 612,500', 4))
    // notes
    for (const [x, y] of [
      [650, 420],
      [120, 400],
      [700, 350],
    ].slice(0, 1 + scene.more) as [number, number][]) {
      scene.key(
        disc([x, y + 60], 19, random, 1, 12),
        limb(
          [
            [x + 15, y + 60],
            [x + 16, y],
          ],
          [7],
        ),
        gouge([x + 14, y], [x + 48, y + 36], 9, { bend: -9 }),
      )
    }
  },
}
