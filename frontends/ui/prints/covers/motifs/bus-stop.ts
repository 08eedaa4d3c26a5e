import { disc, gouge, hatch, limb, points, polygon, rough, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveGround, carveHills } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'
import { carveTree } from '../stock/trees.ts'

export const busStop: Motif = {
  name: 'arret-de-bus',
  alt: 'Un car de campagne arrive à son arrêt, au milieu des collines.',
  draw(scene) {
    const { random, lift } = scene
    const paint = scene.paint('yellow', 'red', 'green', 'orange')
    const band = scene.unlikeSky('red', 'green')
    carveSky(scene, { horizon: 240, sunX: 560, sunY: 120, size: 76 })
    carveHills(scene, 380 + lift, { hidden: 490 })
    carveTree(scene, [690, 440], 170)
    carveGround(scene, 496)
    // the coach
    scene.key(rough(points('196,214 236,176 690,168 716,200 724,478 190,486'), random, 2, 130))
    scene.ink(paint, rough(points('212,224 244,192 682,184 702,206 708,462 204,470'), random, 1, 150))
    scene.ink(band === paint ? 'paper' : band, polygon(points('206,392 706,384 707,426 205,434')))
    scene.key(rough(points('206,236 244,210 690,204 694,342 202,350'), random, 1, 150))
    const panes = [
      '216,242 248,222 272,221 272,336 214,338',
      '286,220 378,218 380,334 286,336',
      '394,218 486,216 488,332 394,334',
      '502,216 594,214 596,330 502,332',
      '610,214 680,212 682,328 610,330',
    ].map(points)
    scene.ink(paint === 'blue' ? 'paper' : 'blue', ...panes.map((pane) => polygon(pane)))
    scene.cut(strokes('236,310 262,244  304,316 344,236  412,316 452,236  520,312 560,232  628,310 664,236', 6))
    for (const [x, y] of [
      [330, 292],
      [440, 290],
      [548, 288],
    ].slice(0, 1 + scene.more) as [number, number][])
      scene.key(
        disc([x, y], 21, random, 1, 13),
        polygon([
          [x - 32, y + 46],
          [x - 24, y + 22],
          [x + 24, y + 22],
          [x + 32, y + 44],
        ]),
      )
    scene.line(strokes('286,350 286,466  394,348 394,464', 4), polygon(points('194,440 236,438 236,478 194,482')))
    scene.cut(disc([220, 408], 14, random, 1, 12))
    for (const x of [316, 612]) {
      scene.key(disc([x, 476], 58, random, 1, 24))
      scene.cut(disc([x, 476], 30, random, 1, 16))
      scene.key(disc([x, 476], 14, random, 1, 10))
    }
    // the stop
    scene.key(limb(points('108,560 106,130'), [15]), disc([106, 128], 66, random, 2, 28))
    scene.cut(disc([106, 128], 55, random, 2, 26))
    scene.ink('blue', disc([106, 128], 46, random, 2, 26))
    scene.cut('M80 106q2-10 12-10h28q10 0 12 10v42h-8v8h-10v-8h-18v8h-10v-8h-6z')
    scene.ink('blue', 'M86 108h40v18h-40zM88 134h8v6h-8zM116 134h8v6h-8z')
    scene.key(rough(points('68,214 144,212 146,296 66,298'), random, 1, 80))
    scene.cut(hatch(points('74,222 138,220 138,290 74,292'), { random, gap: 9, width: 3, wobble: 1, inset: 4 }))
    scene.cut(gouge([104, 320], [105, 540], 3.4))
  },
}
