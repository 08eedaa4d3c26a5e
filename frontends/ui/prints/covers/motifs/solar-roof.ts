import { gouge, hatch, points, polygon, rough, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveHills } from '../stock/land.ts'
import { corners, leaning, panes } from '../stock/panes.ts'
import { carveSky } from '../stock/sky.ts'
import { carveTree } from '../stock/trees.ts'

export const solarRoof: Motif = {
  name: 'toit-solaire',
  alt: 'Une ferme du Quercy sous le soleil, le toit couvert de panneaux solaires.',
  unlike: ['blue'],
  draw(scene) {
    const { random, lift } = scene
    carveSky(scene, { horizon: 310, sunX: 640, sunY: 140, size: 104 })
    carveHills(scene, 430 + lift)
    scene.key(rough(points('110,350 668,340 676,609 100,609'), random, 3, 90))
    scene.cut(
      hatch(points('122,384 654,374 660,600 114,600'), {
        random,
        angle: 1,
        gap: 17,
        width: 5.4,
        length: 46,
        hole: 12,
        skip: 0.12,
        light: (x) => 1.25 - x / 800,
      }),
    )
    scene.key('M196 412h106v200h-110zM420 414h92v104h-94z')
    scene.ink(scene.paint('red', 'green', 'blue', 'orange'), 'M208 424h38v180h-42zM254 424h38v180h-38z')
    scene.ink('yellow', 'M430 424h32v84h-34zM470 424h34v84h-34z')
    scene.key(rough(points('44,342 196,124 580,112 738,330 742,356 40,368'), random, 3, 90))
    const slope = corners(points('202,146 570,134 690,314 96,326'))
    for (const pane of panes(slope, 4 + scene.more, 2, 0.05)) {
      const at = leaning(pane)
      scene.ink('blue', polygon(pane))
      scene.cut(
        gouge(at(0.34, 0), at(0.34, 1), 1.8),
        gouge(at(0.67, 0), at(0.67, 1), 1.8),
        gouge(at(0, 0.5), at(1, 0.5), 1.8),
        gouge(at(0.1, 0.34), at(0.26, 0.1), 4),
      )
    }
    scene.cut(strokes('60,350 380,344  420,346 720,336', 3))
    carveTree(scene, [742, 560], 170)
  },
}
