import { disc, gouge, hatch, limb, points, polygon, rays, rough, slab, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveGround } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'
import { carveTree } from '../stock/trees.ts'

export const townHall: Motif = {
  name: 'mairie',
  alt: 'Une mairie de village, son horloge, son drapeau et son perron.',
  draw(scene) {
    const { random } = scene
    const wall = scene.unlikeSky('paper', 'sand')
    const roof = scene.paint('orange', 'red', 'blue')
    carveSky(scene, { horizon: 230, sunX: 120, sunY: 120, size: 76 })
    carveTree(scene, [70, 540], 250, scene.unlikeSky('green', 'key'))
    carveTree(scene, [736, 540], 220, scene.unlikeSky('green', 'key'))
    // two wings and the middle
    scene.key(rough(points('130,248 672,244 678,540 124,542'), random, 2, 130))
    scene.ink(wall, rough(points('142,262 660,258 664,530 138,532'), random, 1, 160))
    scene.key(rough(points('110,252 160,188 640,184 692,248 690,264 112,268'), random, 2, 130))
    scene.ink(roof, polygon(points('132,248 168,200 634,196 670,244')))
    scene.line(
      hatch(points('132,248 168,200 634,196 670,244'), {
        random,
        angle: 90,
        gap: 15,
        width: 3.6,
        length: 24,
        hole: 8,
        wobble: 6,
      }),
    )
    scene.key(rough(points('282,190 520,188 526,544 276,546'), random, 2, 130))
    scene.ink(wall, rough(points('293,196 509,194 514,536 288,538'), random, 1, 160))
    scene.key(polygon(points('258,196 400,96 546,192 544,212 258,216')))
    scene.ink(roof, polygon(points('296,194 400,118 508,190')))
    // turret with its clock
    scene.key(rough(points('352,124 356,26 446,24 448,122'), random, 1, 60), polygon(points('344,34 401,-6 458,32')))
    scene.cut(slab(367, 38, 66, 74, random, 1))
    scene.line(disc([400, 74], 30, random, 1, 20))
    scene.cut(disc([400, 74], 23, random, 1, 18))
    scene.line(
      limb(points('400,78 400,56'), [5, 3]),
      limb([[397, 74], scene.way > 0.5 ? [415, 80] : [386, 82]], [5, 3]),
      rays([400, 74], 17, 22, { random, count: 12, width: 2, short: 1 }),
    )
    // windows
    const glass = scene.hour === 'night' ? 'yellow' : scene.unlikeSky('blue', 'green')
    for (const x of [160, 222, 548, 608]) {
      scene.line(
        slab(x, 290, 44, 82, random, 1),
        slab(x - 6, 284, 56, 9, random, 1),
        `M${x - 2} 500v-70q2-26 24-26t24 26v70z`,
      )
      scene.ink(
        glass,
        `M${x + 7} 298h13v66h-13zM${x + 25} 298h12v66h-12zM${x + 6} 492v-60q0-16 14-18v78zM${x + 26} 414q14 2 14 18v60h-14z`,
      )
    }
    for (const x of [314, 378, 442]) {
      scene.line(slab(x, 236, 44, 98, random, 1))
      scene.ink(
        glass,
        `M${x + 7} 246h13v36h-13zM${x + 25} 246h12v36h-12zM${x + 7} 290h13v36h-13zM${x + 25} 290h12v36h-12z`,
      )
    }
    // balcony, door, steps
    scene.line(
      slab(298, 340, 206, 12, random, 1),
      hatch(points('300,350 502,350 502,380 300,380'), { random, angle: 90, gap: 8, width: 3.4, wobble: 1, inset: 2 }),
      slab(298, 378, 206, 7, random, 1),
    )
    scene.line('M344 538v-86q4-50 56-50t56 50v86z')
    scene.ink(scene.unlikeSky('green', 'red'), 'M358 538v-82q2-34 38-38v120zM404 418q36 4 38 38v82h-38z')
    scene.line(
      disc([386, 490], 5, random, 0, 8),
      disc([414, 490], 5, random, 0, 8),
      strokes('368,460 386,440  414,440 432,460', 3),
    )
    scene.line(
      hatch(points('146,380 270,380 270,400 146,400'), { random, gap: 12, width: 3, length: 30, hole: 20 }),
      hatch(points('532,380 656,380 656,400 532,400'), { random, gap: 12, width: 3, length: 30, hole: 20 }),
      hatch(points('146,506 340,506 340,530 146,530'), { random, gap: 12, width: 3, length: 34, hole: 20 }),
      hatch(points('462,506 656,506 656,530 462,530'), { random, gap: 12, width: 3, length: 34, hole: 20 }),
    )
    carveGround(scene, 560)
    scene.line(
      slab(316, 536, 168, 20, random, 1),
      slab(294, 554, 212, 20, random, 1),
      slab(270, 572, 260, 22, random, 1),
    )
    scene.cut(slab(322, 540, 156, 9, random, 1), slab(300, 558, 200, 9, random, 1), slab(276, 577, 248, 9, random, 1))
    // flag
    scene.key(limb(points('470,350 548,210'), [7]), polygon(points('494,290 536,214 636,232 618,262 642,300 560,292')))
    scene.ink('blue', polygon(points('507,286 539,228 566,232 552,284')))
    scene.cut(polygon(points('552,284 566,232 594,236 584,288')))
    scene.ink('red', polygon(points('584,288 594,236 620,240 606,262 624,292')))
    if (scene.more)
      scene.key(strokes('620,120 650,104  650,104 676,122', 5), strokes('680,70 704,58  704,58 724,72', 4))
    scene.cut(gouge([270, 206], [390, 120], 4))
  },
}
