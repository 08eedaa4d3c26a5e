import { disc, gouge, hatch, limb, points, polygon, rays, rough, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveHills } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'

export const station: Motif = {
  name: 'gare',
  alt: 'Un train entre en gare de campagne ; l’horloge du quai indique l’heure.',
  draw(scene) {
    const { random, left, right } = scene
    const paint = scene.paint('red', 'blue', 'green', 'orange')
    carveSky(scene, { horizon: 370, sunX: 150, sunY: 130, size: 74 })
    carveHills(scene, 376, { hidden: 420 })
    // track bed, sleepers and rails
    scene.key(
      rough(
        [
          [240, 400],
          [400, 400],
          [600, 609],
          [left - 9, 609],
          [left - 9, 560],
        ],
        random,
        3,
        80,
      ),
    )
    for (let i = 0; i < 5; i++) {
      const y = 492 + i * 26 + i * i * 2
      const wide = (y - 330) * 0.92
      scene.cut(gouge([290 - wide * 0.8 - i * 6, y], [300 + wide * 0.82, y], 5 + i * 1.6))
    }
    scene.ink(
      scene.unlikeSky('orange', 'yellow'),
      limb(points('232,470 70,609'), [8, 20]),
      limb(points('392,470 470,609'), [8, 20]),
    )
    // wires
    scene.key(
      limb(points('70,470 74,60'), [13, 10]),
      limb(points('70,96 210,76'), [8, 5]),
      strokes('72,150 170,82', 4),
      gouge([left, 30], [480, 150], 3),
    )
    // train
    scene.key(
      rough(points('166,210 196,150 250,122 376,122 430,150 460,210 470,470 440,500 186,500 156,470'), random, 2, 90),
    )
    scene.ink(paint, rough(points('180,214 206,162 254,136 372,136 420,162 446,214 455,452 171,452'), random, 1, 90))
    scene.line(rough(points('196,226 220,172 406,172 430,226 432,316 194,316'), random, 1, 90))
    scene.ink(
      paint === 'blue' ? 'paper' : 'blue',
      polygon(points('208,230 229,184 306,184 306,304 206,304')),
      polygon(points('320,184 397,184 418,230 420,304 320,304')),
    )
    scene.cut(strokes('222,296 276,196  246,298 296,210  340,296 384,200', 6))
    scene.cut(polygon(points('172,346 454,346 455,384 171,384')))
    scene.line(disc([218, 418], 27, random, 1, 16), disc([408, 418], 27, random, 1, 16))
    scene.ink('yellow', disc([218, 418], 19, random, 1, 14), disc([408, 418], 19, random, 1, 14))
    scene.line(strokes('250,408 376,406  254,422 372,420  250,436 376,434', 4))
    scene.cut(polygon(points('282,150 344,150 342,164 284,164')), gouge([190, 478], [436, 478], 5))
    scene.key(polygon(points('200,500 240,500 236,522 196,522')), polygon(points('388,500 428,500 434,522 394,522')))
    // platform
    scene.key(
      rough(
        [
          [476, 430],
          [right + 9, 430],
          [right + 9, 609],
          [640, 609],
        ],
        random,
        3,
        90,
      ),
    )
    scene.ink(
      'sand',
      polygon([
        [520, 440],
        [right + 9, 438],
        [right + 9, 600],
        [690, 600],
      ]),
    )
    scene.line(
      hatch(
        [
          [560, 446],
          [right, 446],
          [right, 590],
          [700, 590],
        ],
        { random, angle: 0, gap: 22, width: 4, length: 90, hole: 50, skip: 0.2 },
      ),
    )
    scene.ink('yellow', polygon(points('494,440 514,440 676,600 648,600')))
    // shelter
    scene.key(
      limb(
        [
          [560, 470],
          [560, 250],
        ],
        [13],
      ),
      limb(
        [
          [730, 480],
          [730, 250],
        ],
        [13],
      ),
      rough(
        [
          [500, 232],
          [540, 196],
          [right + 9, 186],
          [right + 9, 256],
          [500, 262],
        ],
        random,
        2,
        90,
      ),
    )
    scene.cut(
      hatch(
        [
          [520, 230],
          [546, 206],
          [right, 198],
          [right, 222],
          [520, 240],
        ],
        { random, angle: 84, gap: 12, width: 4, wobble: 1 },
      ),
      hatch(
        [
          [508, 246],
          [right, 240],
          [right, 252],
          [508, 258],
        ],
        { random, angle: 0, gap: 8, width: 4, length: 40 },
      ),
    )
    // clock
    scene.key(limb(points('640,256 640,290'), [9]), disc([640, 332], 56, random, 1, 26))
    scene.cut(disc([640, 332], 46, random, 1, 26))
    scene.line(
      rays([640, 332], 36, 45, { random, count: 12, width: 3, short: 1 }),
      limb(points('640,336 640,300'), [7, 4]),
      limb([[636, 332], scene.way > 0.5 ? [664, 344] : [614, 346]], [7, 4]),
      disc([640, 332], 6, random, 0, 8),
    )
    // bench
    scene.key(limb(points('598,440 710,438'), [14]), strokes('612,444 606,486  696,442 702,486', 6))
  },
}
