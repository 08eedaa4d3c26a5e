import { disc, gouge, limb, points, rays } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveGround, carveHills } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'
import { carveWood } from '../stock/trees.ts'

export const bicycle: Motif = {
  name: 'velo',
  alt: 'Un vélo au bord d’une petite route de campagne.',
  draw(scene) {
    const { random, left, right, lift } = scene
    const paint = scene.paint('red', 'blue', 'green', 'orange')
    carveSky(scene, { horizon: 400 + lift, sunX: 400, sunY: 150, size: 92 })
    carveHills(scene, 400 + lift, { hidden: 490 })
    carveWood(scene, [left - 20, 424 + lift], [right + 20, 420 + lift], 26)
    carveGround(scene, 500)
    for (const x of [222, 578]) {
      scene.key(disc([x, 372], 152, random, 1, 40))
      scene.cut(disc([x, 372], 132, random, 1, 38))
      scene.key(disc([x, 372], 124, random, 1, 36))
      scene.ink(scene.light === paint ? 'paper' : scene.light, disc([x, 372], 118, random, 1, 36))
      scene.line(
        rays([x, 372], 10, 122, { random, count: 22, width: 3.4, short: 1, belly: 0.5 }),
        disc([x, 372], 19, random, 1, 12),
      )
    }
    const tubes = [
      '222,372 318,190',
      '318,200 520,188',
      '306,176 378,380',
      '222,372 378,380',
      '378,380 526,198',
      '512,128 578,372',
    ].map(points)
    for (const tube of tubes) scene.key(limb(tube, [27]))
    for (const tube of tubes) scene.ink(paint, limb(tube, [12]))
    scene.key(disc([378, 380], 42, random, 1, 20))
    scene.ink('paper', disc([378, 380], 28, random, 1, 16))
    scene.line(
      rays([378, 380], 5, 30, { random, count: 5, width: 6, short: 1 }),
      limb(points('378,380 414,446'), [11]),
      limb(points('392,448 442,444'), [14]),
    )
    scene.key('M250 166q30-24 76-16 30 4 44 10-2 18-40 18-52 4-80-12z')
    scene.cut(gouge([266, 165], [340, 160], 4))
    scene.key(
      limb(points('512,132 508,112 560,96 596,120 586,148'), [13, 13, 15, 15, 13]),
      gouge([470, 118], [520, 112], 10),
    )
    if (scene.more) {
      // the market's basket
      const [x, y] = [566, 176]
      scene.key(`M${x} ${y}l132-8-18 88-92 6z`)
      scene.cut(
        ...[0, 1, 2].map((row) =>
          gouge([x + 18 + row * 5, y + 20 + row * 22], [x + 116 - row * 5, y + 14 + row * 22], 5),
        ),
      )
      scene.ink(
        'green',
        gouge([x + 40, y], [x + 20, y - 62], 13),
        gouge([x + 66, y - 2], [x + 72, y - 74], 14),
        gouge([x + 90, y - 4], [x + 118, y - 58], 13),
      )
    }
  },
}
