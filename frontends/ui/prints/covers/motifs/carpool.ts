import { disc, gouge, limb, points, polygon, rough, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveGround, carveHills } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'
import { carveTree, carveWood } from '../stock/trees.ts'

export const carpool: Motif = {
  name: 'covoiturage',
  alt: 'Une voiture pleine de monde sur une route des collines.',
  draw(scene) {
    const { random, lift, left, right } = scene
    const paint = scene.paint('red', 'blue', 'green', 'yellow', 'orange')
    carveSky(scene, { horizon: 360 + lift, sunX: 180, sunY: 130, size: 84 })
    carveHills(scene, 360 + lift, { hidden: 470 })
    carveWood(scene, [left - 10, 392 + lift], [right + 10, 384 + lift], 24)
    for (const x of [646, 726]) carveTree(scene, [x, 430], 130 + random() * 60)
    carveGround(scene, 478)
    scene.cut(strokes('40,566 170,560  260,560 400,558  490,560 620,562  700,562 800,564', 9))
    // luggage on the roof
    scene.key(limb(points('318,222 560,216'), [10]), strokes('336,224 330,254  540,220 548,250', 5))
    scene.key(polygon(points('350,152 472,148 474,216 350,220')), polygon(points('480,174 550,172 552,214 481,216')))
    scene.ink(scene.unlikeSky('yellow', 'orange'), polygon(points('358,160 464,157 466,209 358,212')))
    scene.ink(scene.unlikeSky('green', 'blue'), polygon(points('488,181 543,180 544,208 489,209')))
    scene.line(strokes('384,160 384,210  440,158 440,208', 4), limb(points('396,154 398,138 428,137 430,152'), [6]))
    // body
    scene.key(
      rough(
        points(
          '56,452 66,388 96,362 214,344 300,248 322,236 548,232 576,244 656,338 724,356 748,400 746,470 720,484 70,490',
        ),
        random,
        2,
        120,
      ),
    )
    scene.ink(
      paint,
      rough(
        points('70,448 80,394 104,374 222,356 310,256 328,248 544,244 566,252 650,350 714,366 734,402 732,462 84,470'),
        random,
        1,
        140,
      ),
    )
    scene.line(
      polygon(points('236,356 316,264 432,258 434,352')),
      polygon(points('444,258 542,255 560,262 634,348 446,352')),
    )
    const glass = paint === 'blue' ? 'paper' : 'blue'
    scene.ink(
      glass,
      polygon(points('252,346 320,272 424,268 425,343')),
      polygon(points('454,267 540,264 554,270 616,341 455,343')),
    )
    // four of them
    const heads: [number, number][] = [
      [314, 310],
      [384, 304],
      [486, 304],
      [552, 312],
    ]
    for (const [x, y] of heads.slice(0, 2 + scene.more)) {
      scene.line(
        disc([x, y], 25, random, 1, 14),
        polygon([
          [x - 34, 348],
          [x - 24, y + 26],
          [x + 24, y + 26],
          [x + 33, 348],
        ]),
      )
      scene.ink(scene.unlikeSky('yellow', 'paper'), `M${x - 22} ${y + 10}q-3 16 10 20h18q10-6 8-20q-18-18-36 0z`)
    }
    scene.cut(strokes('270,334 300,290  466,330 500,276  586,330 566,296', 5))
    scene.line(
      strokes('440,352 442,462  230,360 214,462  648,352 652,420', 4),
      polygon(points('458,376 496,374 496,384 458,386')),
      polygon(points('270,380 306,378 306,388 270,390')),
    )
    scene.line(disc([110, 404], 22, random, 1, 14), polygon(points('716,386 738,392 738,424 716,424')))
    scene.ink('yellow', disc([106, 404], 15, random, 1, 12))
    scene.ink('red', polygon(points('722,394 734,398 734,418 722,418')))
    scene.cut(gouge([120, 366], [214, 352], 4), gouge([340, 250], [530, 248], 4), gouge([96, 440], [430, 432], 4))
    for (const x of [196, 602]) {
      scene.key(disc([x, 470], 68, random, 1, 28))
      scene.cut(disc([x, 470], 36, random, 1, 18))
      scene.line(disc([x, 470], 27, random, 1, 16))
      scene.cut(strokes(`${x - 16},470 ${x + 16},470  ${x},454 ${x},486`, 4))
    }
  },
}
