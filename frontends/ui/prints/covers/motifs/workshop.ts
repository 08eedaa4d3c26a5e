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
    const handle = scene.unlikeSky('red', 'orange')
    carveBackdrop(scene, [400, 200])
    scene.key(
      rough(
        [
          [left - 9, 58],
          [right + 9, 52],
          [right + 9, 76],
          [left - 9, 82],
        ],
        random,
        2,
        120,
      ),
    )
    scene.cut(gouge([left, 66], [right, 62], 3))
    for (const x of [150, 372, 560, 690])
      scene.key(
        limb(
          [
            [x, 70],
            [x, 100],
          ],
          [10],
        ),
      )
    // saw
    scene.key(
      polygon(points('108,140 300,300 286,322 96,214')),
      rough(points('76,92 160,86 176,150 130,226 82,224 62,160'), random, 2, 50),
    )
    scene.cut(polygon(points('150,166 276,290 128,206')))
    scene.ink(handle, rough(points('88,104 150,98 164,148 126,212 94,212 76,160'), random, 1, 60))
    scene.line(rough(points('106,132 140,128 146,152 118,190 102,184 98,156'), random, 1, 40))
    for (let i = 0; i < 9; i++)
      scene.key(
        polygon([
          [110 + i * 20, 218 + i * 11],
          [130 + i * 20, 229 + i * 11],
          [112 + i * 20, 236 + i * 11],
        ]),
      )
    // hammer
    scene.key(
      limb(points('374,96 372,352'), [32, 40]),
      rough(points('310,108 326,90 420,88 452,112 454,132 420,140 326,144 310,138'), random, 1, 60),
    )
    scene.ink(handle, limb(points('374,152 372,340'), [16, 24]))
    scene.cut(gouge([326, 104], [410, 100], 5), gouge([368, 170], [365, 320], 3))
    // pincers
    scene.key('M520 96q40-22 78 2 20 40-22 92l56 150-22 14-62-140-52 144-24-12 46-158q-36-54 2-92z')
    scene.ink(scene.sky, 'M540 112q20-8 40 2 6 30-20 58-26-26-20-60z')
    scene.cut(strokes('566,214 610,330  542,220 504,330', 4), disc([558, 192], 9, random, 0, 9))
    scene.ink(handle, limb(points('590,268 618,344'), [14, 16]), limb(points('522,274 500,346'), [14, 16]))
    // set square or chisel
    scene.key(
      limb(points('690,96 690,190'), [34, 40]),
      limb(points('690,190 690,330'), [26, 30]),
      polygon(points('672,326 706,326 706,366 674,346')),
    )
    scene.ink(handle, limb(points('690,106 690,182'), [18, 24]))
    scene.cut(gouge([684, 206], [684, 326], 4))
    // the bench
    scene.key(
      rough(
        [
          [left - 9, 470],
          [right + 9, 464],
          [right + 9, 520],
          [left - 9, 526],
        ],
        random,
        2,
        130,
      ),
    )
    scene.ink(
      wood,
      polygon([
        [left - 9, 480],
        [right + 9, 474],
        [right + 9, 502],
        [left - 9, 508],
      ]),
    )
    scene.line(
      hatch(
        [
          [left, 482],
          [right, 476],
          [right, 500],
          [left, 506],
        ],
        { random, angle: 0, gap: 9, width: 3, length: 80, hole: 50, skip: 0.2 },
      ),
    )
    scene.key(
      rough(
        [
          [left - 9, 520],
          [right + 9, 516],
          [right + 9, 609],
          [left - 9, 609],
        ],
        random,
        2,
        130,
      ),
    )
    scene.ink(wood, slab(90, 536, 290, 80, random, 2), slab(410, 534, 300, 80, random, 2))
    scene.line(
      hatch(points('96,540 376,538 376,600 96,600'), {
        random,
        angle: 0,
        gap: 13,
        width: 3,
        length: 60,
        hole: 40,
        skip: 0.2,
      }),
      hatch(points('416,538 706,536 706,600 416,600'), {
        random,
        angle: 0,
        gap: 13,
        width: 3,
        length: 60,
        hole: 40,
        skip: 0.2,
      }),
      disc([236, 572], 15, random, 1, 10),
      disc([560, 570], 15, random, 1, 10),
    )
    // plank and plane
    scene.key(rough(points('60,446 700,440 702,472 60,478'), random, 1, 160))
    scene.cut(polygon(points('70,452 420,449 420,465 70,468')), polygon(points('430,449 692,446 694,462 430,465')))
    scene.line(strokes('90,460 300,457  470,456 640,454', 3))
    scene.key(
      rough(points('330,400 370,374 600,370 620,392 622,440 330,444'), random, 2, 100),
      polygon(points('470,380 500,318 530,322 516,380')),
      'M560 376q-10-50 26-58 26 0 22 24-18 4-14 40z',
      disc([384, 366], 22, random, 1, 14),
    )
    scene.ink(
      wood === 'yellow' ? 'orange' : 'yellow',
      rough(points('346,404 376,386 594,382 608,396 608,430 346,434'), random, 1, 120),
    )
    scene.line(gouge([360, 414], [600, 408], 4))
    // shavings
    for (const [x, y, size] of [
      [250, 420, 34],
      [186, 432, 26],
      [292, 384, 28],
    ].slice(0, 1 + scene.more) as [number, number, number][]) {
      scene.line(disc([x, y], size, random, 2, 14))
      scene.cut(disc([x, y], size - 6, random, 1, 13))
      scene.line(disc([x + 3, y + 2], size - 14, random, 1, 12))
      scene.cut(disc([x + 4, y + 3], size - 19, random, 1, 10))
    }
  },
}
