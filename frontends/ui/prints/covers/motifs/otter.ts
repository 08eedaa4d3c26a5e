import { chatter, disc, gouge, hatch, points, polygon, ring, rough, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveHills, carveWater } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'
import { carveWood } from '../stock/trees.ts'

export const otter: Motif = {
  name: 'loutre',
  alt: 'Une loutre sort la tête de l’eau entre les roseaux.',
  unlike: ['blue'],
  draw(scene) {
    const { random, left, right, lift } = scene
    const fur = scene.unlikeSky('orange', 'yellow')
    carveSky(scene, { horizon: 230 + lift, sunX: 610, sunY: 120, size: 80 })
    carveHills(scene, 220 + lift, { hidden: 296 })
    carveWood(scene, [left, 290], [right, 282], 28)
    carveWater(
      scene,
      [
        [left - 9, 300],
        [right + 9, 294],
        [right + 9, 609],
        [left - 9, 609],
      ],
      0.3,
    )
    // rings on the water
    for (const radius of [320])
      scene.cut(
        ...Array.from({ length: 18 }, (_, index) => {
          const angle = (index / 18) * Math.PI * 2 + random() * 0.1
          const at = (a: number) => [390 + Math.cos(a) * radius, 500 + Math.sin(a) * radius * 0.24] as const
          return gouge(at(angle), at(angle + 0.32), 7, { bend: -5 })
        }),
      )
    // tail and back, far behind
    scene.key('M566 478c30-46 90-50 124-24 22-30 60-34 84-22-30 8-44 24-58 54-40 20-110 20-150-8z')
    scene.cut(strokes('600,464 640,446  650,452 690,456', 5))
    // shoulders
    scene.key(rough(points('196,520 236,420 292,372 490,368 548,420 588,520 500,546 284,548'), random, 3, 60))
    scene.ink(
      fur,
      hatch(points('226,506 258,424 300,390 300,520'), {
        random,
        angle: 70,
        gap: 18,
        width: 5.4,
        length: 44,
        hole: 14,
      }),
      hatch(points('486,390 534,430 566,506 486,524'), {
        random,
        angle: 110,
        gap: 18,
        width: 5.4,
        length: 44,
        hole: 14,
      }),
    )
    // head
    scene.key(polygon(ring([258, 210], 40, random, 2, 16)), polygon(ring([522, 208], 40, random, 2, 16)))
    scene.ink(fur, disc([258, 212], 22, random, 1, 12), disc([522, 210], 22, random, 1, 12))
    scene.key(
      rough(
        points('232,250 262,190 330,150 450,148 520,188 550,250 552,340 510,420 440,462 342,464 270,424 228,344'),
        random,
        4,
        50,
      ),
    )
    scene.ink(
      fur,
      rough(
        points('250,256 276,206 336,168 444,166 506,204 532,256 532,330 490,360 400,320 294,362 250,332'),
        random,
        3,
        50,
      ),
    )
    scene.line(
      hatch(points('270,240 300,196 350,176 440,174 490,206 510,240 460,250 400,230 330,252'), {
        random,
        angle: 90,
        gap: 16,
        width: 3.6,
        length: 28,
        hole: 16,
      }),
      hatch(points('250,270 296,280 296,350 256,330'), {
        random,
        angle: 70,
        gap: 14,
        width: 3.4,
        length: 24,
        hole: 12,
      }),
      hatch(points('530,270 486,280 486,350 528,330'), {
        random,
        angle: 110,
        gap: 14,
        width: 3.4,
        length: 24,
        hole: 12,
      }),
    )
    // muzzle
    scene.cut(rough(points('300,352 340,310 400,300 458,310 498,350 484,412 440,444 344,446 304,414'), random, 3, 50))
    scene.line(
      'M346 312q54-22 108 0 4 30-34 44l-4 36q26 20 60 0-24 38-64 20l-12-8-12 8q-40 18-66-20 34 20 62 0l-4-36q-40-14-34-44z',
    )
    scene.cut(gouge([366, 318], [400, 310], 5))
    for (const [x, y] of [
      [330, 366],
      [350, 384],
      [324, 392],
      [450, 384],
      [470, 366],
      [476, 392],
    ] as const)
      scene.line(disc([x, y], 5, random, 1, 7))
    scene.cut(
      strokes(
        '316,372 150,340  312,388 138,398  320,404 164,450  484,372 646,338  488,388 660,396  480,404 636,448',
        3.4,
      ),
    )
    // eyes
    for (const x of [314, 466]) {
      scene.line(disc([x, 270], 25, random, 1, 16))
      scene.cut(gouge([x - 12, 268], [x - 2, 254], 6, { bend: -5 }))
    }
    // water against the fur
    scene.ink(
      'blue',
      'M150 552c60-50 100-6 150-30 50 24 80-14 130 6 50-24 80 10 120-8 60-14 70 24 100 34-60 50-420 50-500-2z',
    )
    scene.cut(
      strokes('170,536 260,524  270,530 380,520  400,532 500,520  520,522 620,536', 6),
      chatter(points('200,548 600,548 600,590 200,590'), { random, count: 8, length: 90, width: 5, spread: 3 }),
    )
    // reeds
    for (const [x, h, b] of [
      [50, 420, 16],
      [84, 330, -8],
      [120, 260, 10],
      [730, 380, -14],
      [766, 300, 8],
    ].slice(0, 3 + scene.more) as [number, number, number][]) {
      scene.key(gouge([x, 609], [x + b, 609 - h], 10, { bend: b }))
      if (h > 300)
        scene.key(
          polygon([
            [x + b - 13, 640 - h],
            [x + b - 9, 560 - h],
            [x + b, 544 - h],
            [x + b + 10, 560 - h],
            [x + b + 12, 640 - h],
          ]),
          gouge([x + b, 560 - h], [x + b + 2, 520 - h], 3),
        )
      scene.ink('green', gouge([x + 3, 600], [x + b * 0.6, 640 - h * 0.8], 5, { bend: b }))
    }
  },
}
