import { disc, gouge, hatch, limb, points, polygon, rough, slab, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveBackdrop } from '../stock/wall.ts'

export const workshop: Motif = {
  name: 'atelier',
  alt: 'Un établi d’artisan : scie, marteau et pinces au mur, un rabot et ses copeaux.',
  isIndoors: true,
  draw(scene) {
    const { random, left, right } = scene
    const wood = scene.unlikeSky('yellow', 'orange')
    const handle = scene.paint('red', 'green', 'blue')
    carveBackdrop(scene, [400, 200])
    scene.key(
      rough(
        [
          [left - 9, 24],
          [right + 9, 18],
          [right + 9, 42],
          [left - 9, 48],
        ],
        random,
        2,
        120,
      ),
    )
    scene.cut(gouge([left, 32], [right, 28], 3))
    for (const x of [150, 372, 560, 690])
      scene.key(
        limb(
          [
            [x, 36],
            [x, 66],
          ],
          [10],
        ),
      )
    // saw
    scene.key(
      polygon(points('108,106 300,266 286,288 96,180')),
      rough(points('76,58 160,52 176,116 130,192 82,190 62,126'), random, 2, 50),
    )
    scene.cut(polygon(points('150,132 276,256 128,172')))
    scene.ink(handle, rough(points('88,70 150,64 164,114 126,178 94,178 76,126'), random, 1, 60))
    scene.line(rough(points('106,98 140,94 146,118 118,156 102,150 98,122'), random, 1, 40))
    for (let i = 0; i < 9; i++)
      scene.key(
        polygon([
          [110 + i * 20, 184 + i * 11],
          [130 + i * 20, 195 + i * 11],
          [112 + i * 20, 202 + i * 11],
        ]),
      )
    // hammer
    scene.key(
      limb(points('374,62 372,318'), [32, 40]),
      rough(points('310,74 326,56 420,54 452,78 454,98 420,106 326,110 310,104'), random, 1, 60),
    )
    scene.ink(handle, limb(points('374,118 372,306'), [16, 24]))
    scene.cut(gouge([326, 70], [410, 66], 5), gouge([368, 136], [365, 286], 3))
    // pincers
    scene.key('M520 62q40-22 78 2 20 40-22 92l56 150-22 14-62-140-52 144-24-12 46-158q-36-54 2-92z')
    scene.ink(scene.sky, 'M540 78q20-8 40 2 6 30-20 58-26-26-20-60z')
    scene.cut(strokes('566,180 610,296  542,186 504,296', 4), disc([558, 158], 9, random, 0, 9))
    scene.ink(handle, limb(points('590,234 618,310'), [14, 16]), limb(points('522,240 500,312'), [14, 16]))
    // set square or chisel
    scene.key(
      limb(points('690,62 690,156'), [34, 40]),
      limb(points('690,156 690,296'), [26, 30]),
      polygon(points('672,292 706,292 706,332 674,312')),
    )
    scene.ink(handle, limb(points('690,72 690,148'), [18, 24]))
    scene.cut(gouge([684, 172], [684, 292], 4))
    // the bench
    scene.key(
      rough(
        [
          [left - 9, 500],
          [right + 9, 494],
          [right + 9, 550],
          [left - 9, 556],
        ],
        random,
        2,
        130,
      ),
    )
    scene.ink(
      wood,
      polygon([
        [left - 9, 510],
        [right + 9, 504],
        [right + 9, 532],
        [left - 9, 538],
      ]),
    )
    scene.line(
      hatch(
        [
          [left, 512],
          [right, 506],
          [right, 530],
          [left, 536],
        ],
        { random, angle: 0, gap: 9, width: 3, length: 80, hole: 50, skip: 0.2 },
      ),
    )
    scene.key(
      rough(
        [
          [left - 9, 550],
          [right + 9, 546],
          [right + 9, 639],
          [left - 9, 639],
        ],
        random,
        2,
        130,
      ),
    )
    scene.ink(wood, slab(90, 566, 290, 80, random, 2), slab(410, 564, 300, 80, random, 2))
    scene.line(
      hatch(points('96,570 376,568 376,630 96,630'), {
        random,
        angle: 0,
        gap: 13,
        width: 3,
        length: 60,
        hole: 40,
        skip: 0.2,
      }),
      hatch(points('416,568 706,566 706,630 416,630'), {
        random,
        angle: 0,
        gap: 13,
        width: 3,
        length: 60,
        hole: 40,
        skip: 0.2,
      }),
      disc([236, 602], 15, random, 1, 10),
      disc([560, 600], 15, random, 1, 10),
    )
    // plank and plane
    scene.key(rough(points('60,476 700,470 702,502 60,508'), random, 1, 160))
    scene.cut(polygon(points('70,482 420,479 420,495 70,498')), polygon(points('430,479 692,476 694,492 430,495')))
    scene.line(strokes('90,490 300,487  470,486 640,484', 3))
    scene.key(
      rough(points('330,430 370,404 600,400 620,422 622,470 330,474'), random, 2, 100),
      polygon(points('470,410 500,348 530,352 516,410')),
      'M560 406q-10-50 26-58 26 0 22 24-18 4-14 40z',
      disc([384, 396], 22, random, 1, 14),
    )
    scene.ink(
      wood === 'yellow' ? 'orange' : 'yellow',
      rough(points('346,434 376,416 594,412 608,426 608,460 346,464'), random, 1, 120),
    )
    scene.line(gouge([360, 444], [600, 438], 4))
    // shavings
    for (const [x, y, size] of [
      [250, 450, 34],
      [186, 462, 26],
      [292, 414, 28],
    ].slice(0, 1 + scene.more) as [number, number, number][]) {
      scene.line(disc([x, y], size, random, 2, 14))
      scene.cut(disc([x, y], size - 6, random, 1, 13))
      scene.line(disc([x + 3, y + 2], size - 14, random, 1, 12))
      scene.cut(disc([x + 4, y + 3], size - 19, random, 1, 10))
    }
  },
}
