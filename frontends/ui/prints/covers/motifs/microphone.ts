import { disc, gouge, hatch, limb, points, polygon, rough, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveTable } from '../stock/wall.ts'

export const microphone: Motif = {
  name: 'micro',
  alt: 'Un micro de radio, et des ondes qui en partent.',
  isIndoors: true,
  draw(scene) {
    const { random, left, right, sky } = scene
    const body = scene.paint('red', 'orange', 'blue', 'green')
    scene.ink(
      sky,
      polygon([
        [left, 0],
        [right, 0],
        [right, 600],
        [left, 600],
      ]),
    )
    // waves: broken arcs of the gouge
    const over = scene.unlikeSky(sky === 'sand' ? 'red' : 'paper', 'yellow')
    const centre = [400, 210] as const
    for (let wave = 0; wave < 5; wave++) {
      const radius = 190 + wave * 66
      const count = 16 + wave * 5
      const ink = wave % 2 ? over : 'key'
      for (let i = 0; i < count; i++) {
        const angle = ((i + 0.5) / count) * Math.PI * 2 + random() * 0.04
        if (Math.abs(Math.sin(angle)) > 0.86) continue
        const at = (a: number) => [centre[0] + Math.cos(a) * radius, centre[1] + Math.sin(a) * radius] as const
        const step = ((Math.PI * 2) / count) * 0.86
        scene.ink(ink, gouge(at(angle), at(angle + step), 11 - wave, { bend: -radius * step * step * 0.24 }))
      }
    }
    carveTable(scene, 530)
    // stand
    scene.key(
      limb(points('400,420 400,500'), [36, 42]),
      rough(points('270,540 300,500 500,498 532,538 520,562 282,564'), random, 2, 70),
    )
    scene.cut(gouge([312, 518], [470, 514], 6), gouge([390, 436], [389, 490], 5))
    // fork
    scene.key(
      limb(points('240,190 244,330 300,410 400,436 500,410 556,330 560,190'), [30, 30, 32, 34, 32, 30, 30]),
      disc([242, 190], 30, random, 1, 16),
      disc([558, 190], 30, random, 1, 16),
    )
    scene.cut(
      disc([242, 190], 15, random, 1, 12),
      disc([558, 190], 15, random, 1, 12),
      gouge([240, 240], [246, 320], 4),
      gouge([262, 360], [320, 404], 5, { bend: 4 }),
    )
    // head
    scene.key(
      rough(
        points('280,110 304,46 350,14 450,12 498,44 522,108 524,292 494,360 440,396 360,398 304,362 276,294'),
        random,
        2,
        70,
      ),
    )
    scene.ink(body, rough(points('298,114 318,60 356,32 444,30 484,58 504,112 505,168 296,170'), random, 1, 80))
    for (let row = 0; row < 6; row++) scene.line(gouge([302 - row, 54 + row * 21], [502, 52 + row * 21], 6.4))
    scene.line(
      limb(points('400,28 400,176'), [9]),
      limb(points('350,34 346,176'), [6]),
      limb(points('450,34 454,176'), [6]),
    )
    scene.cut(polygon(points('288,186 514,184 514,226 287,228')))
    scene.line(disc([400, 206], 15, random, 1, 12), strokes('300,206 370,205  430,205 502,204', 4))
    scene.ink(body, rough(points('294,244 507,242 508,288 482,346 436,380 364,382 318,350 293,292'), random, 1, 90))
    for (let column = 0; column < 6; column++)
      scene.line(
        limb(
          [
            [322 + column * 31, 256],
            [322 + column * 31, 356 - Math.abs(column - 2.5) * 13],
          ],
          [11],
        ),
      )
    scene.cut(gouge([308, 118], [340, 52], 6, { bend: -8 }), gouge([304, 256], [306, 300], 5))
    // cable, notes on the table
    scene.line(limb(points('520,546 610,528 660,556 720,540 830,566'), [11]))
    if (scene.more) {
      scene.line(polygon(points('84,520 226,500 262,570 110,596')))
      scene.cut(polygon(points('96,526 220,509 248,564 116,585')))
      scene.line(
        hatch(points('110,530 216,516 238,560 124,576'), { random, angle: -8, gap: 11, width: 3, length: 50, hole: 8 }),
      )
    }
  },
}
