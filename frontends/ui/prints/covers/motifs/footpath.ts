import { disc, gouge, limb, points, polygon, rough, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveHills } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'
import { carveTree, carveWood } from '../stock/trees.ts'

export const footpath: Motif = {
  name: 'sentier',
  alt: 'Un sentier serpente vers les collines, un poteau de bois montre le chemin.',
  draw(scene) {
    const { random, left, right, lift } = scene
    const arm = scene.paint('yellow', 'orange', 'paper')
    carveSky(scene, { horizon: 320 + lift, sunX: 540, sunY: 130, size: 84 })
    carveHills(scene, 300 + lift, { ink: scene.land === 'green' ? 'orange' : 'green', hidden: 370 })
    carveWood(scene, [left, 348], [right, 352], 18)
    carveHills(scene, 352)
    scene.key(
      rough(
        points(
          '462,372 492,371 470,396 540,414 640,444 590,486 440,520 470,560 560,609 240,609 270,560 330,506 470,470 520,446 450,420 430,396',
        ),
        random,
        3,
        60,
      ),
    )
    scene.cut(
      rough(
        points(
          '468,380 480,379 456,397 530,420 620,446 574,474 416,512 440,560 510,609 276,609 300,562 350,516 490,480 548,446 470,420 446,400',
        ),
        random,
        2,
        60,
      ),
    )
    scene.line(strokes('330,590 420,584  350,548 400,544  400,506 450,494  520,472 570,460  330,566 372,566', 4))
    carveTree(scene, [680, 452], 210, scene.land === 'green' ? 'key' : 'green')
    if (scene.more > 0) carveTree(scene, [586, 408], 100)
    if (scene.more > 1) carveTree(scene, [760, 400], 130)
    // the post and its arms
    scene.key(limb(points('206,600 200,120'), [34, 26]), polygon(points('184,120 202,92 218,120')))
    scene.cut(strokes('196,300 198,560  208,330 210,470', 4))
    for (const [text, side] of [
      ['86,150 316,138 366,176 318,216 88,222', 1],
      ['330,246 112,240 58,278 110,318 332,320', -1],
    ] as const) {
      scene.key(rough(points(text), random, 2, 100))
      const inner = side > 0 ? '98,162 310,150 346,177 312,204 99,210' : '318,258 116,252 78,279 114,306 319,308'
      scene.ink(arm, rough(points(inner), random, 1, 120))
    }
    scene.line(strokes('120,182 286,174  140,196 250,190  150,276 300,278  160,290 260,292', 5))
    // red and white: the long-distance path
    scene.cut(polygon(points('186,346 220,345 221,366 187,367')))
    scene.ink('red', polygon(points('187,371 221,370 222,391 188,392')))
    // stones and grass at its foot
    scene.key(disc([156, 594], 40, random, 4, 12), disc([254, 600], 34, random, 4, 12))
    scene.cut(gouge([134, 586], [160, 566], 5, { bend: -5 }), gouge([238, 594], [256, 576], 4, { bend: -4 }))
    scene.key(
      gouge([104, 609], [84, 530], 7),
      gouge([118, 609], [120, 520], 7),
      gouge([288, 609], [304, 540], 6),
      gouge([300, 609], [330, 560], 6),
    )
  },
}
