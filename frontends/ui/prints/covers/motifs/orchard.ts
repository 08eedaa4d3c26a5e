import { disc, gouge, hatch, limb, points, polygon, ring, rough, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveGround, carveHills } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'
import { carveTree } from '../stock/trees.ts'

export const orchard: Motif = {
  name: 'verger',
  alt: 'Un verger à la récolte : un pommier chargé, une échelle, un panier plein.',
  unlike: ['green'],
  draw(scene) {
    const { random, lift } = scene
    const fruit = scene.paint('red', 'orange', 'yellow')
    carveSky(scene, { horizon: 430 + lift, sunX: 660, sunY: 140, size: 84 })
    carveHills(scene, 430 + lift, { ink: scene.land === 'green' ? 'orange' : scene.land, hidden: 522 })
    for (const x of [scene.left + 40, 560, 660, 760, scene.right - 50]) carveTree(scene, [x, 468 + lift], 110)
    carveGround(scene, 528)
    scene.key(
      limb(points('318,560 312,470 330,380 322,300'), [70, 44, 34, 20]),
      limb(points('322,420 250,330 210,300'), [28, 18, 8]),
      limb(points('326,400 400,320 440,300'), [26, 16, 8]),
    )
    scene.cut(strokes('306,540 304,440  318,520 318,400', 4))
    const crown = points(
      '120,250 96,180 150,104 226,56 330,40 430,58 506,116 540,190 516,268 460,330 390,326 330,352 262,326 190,338 140,306',
    )
    scene.key(rough(crown, random, 12, 40))
    scene.ink(
      'green',
      rough(
        points(
          '134,246 112,184 162,116 232,72 330,56 424,74 494,126 524,192 502,260 452,312 388,308 330,334 262,308 196,320 152,294',
        ),
        random,
        12,
        40,
      ),
    )
    scene.line(
      hatch(points('180,250 240,180 420,180 500,210 470,300 380,300 330,330 250,304 190,306'), {
        random,
        angle: -50,
        gap: 17,
        width: 5.4,
        length: 34,
        hole: 20,
        skip: 0.25,
      }),
    )
    scene.cut(
      hatch(points('140,200 230,80 330,66 420,90 440,150 300,190 220,240 150,260'), {
        random,
        angle: -50,
        gap: 19,
        width: 5,
        length: 34,
        hole: 26,
        skip: 0.2,
      }),
    )
    const apples: [number, number][] = [
      [190, 170],
      [272, 116],
      [364, 132],
      [450, 172],
      [226, 260],
      [322, 226],
      [414, 262],
      [300, 300],
      [480, 240],
      [160, 236],
      [372, 196],
    ]
    for (const [x, y] of apples.slice(0, 8 + scene.more)) {
      scene.line(disc([x, y], 25, random, 2, 14))
      scene.ink(fruit, disc([x, y], 19, random, 1, 13))
      scene.cut(gouge([x - 11, y + 3], [x - 1, y - 12], 4, { bend: -3 }))
    }
    // ladder and basket
    scene.key(limb(points('470,562 404,196'), [14]), limb(points('540,556 440,190'), [14]))
    for (let i = 0; i < 7; i++)
      scene.key(
        limb(
          [
            [464 - i * 9, 520 - i * 49],
            [530 - i * 13, 514 - i * 48],
          ],
          [10],
        ),
      )
    scene.key(polygon(points('582,474 726,468 708,570 602,574')))
    scene.cut(
      hatch(points('592,490 714,486 700,562 610,564'), {
        random,
        angle: 2,
        gap: 11,
        width: 4.6,
        length: 22,
        hole: 8,
        wobble: 1,
      }),
    )
    scene.key(limb(points('590,480 614,410 656,392 700,408 716,474'), [10]))
    for (const [x, y] of [
      [612, 470],
      [652, 458],
      [694, 466],
    ] as const) {
      scene.line(polygon(ring([x, y], 26, random, 2, 14)))
      scene.ink(fruit, disc([x, y], 20, random, 1, 13))
      scene.cut(gouge([x - 10, y + 2], [x, y - 12], 4, { bend: -3 }))
    }
  },
}
