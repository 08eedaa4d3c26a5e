import { disc, gouge, hatch, limb, points, polygon, rough, slab, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveBackdrop } from '../stock/wall.ts'

export const archives: Motif = {
  name: 'archives',
  alt: 'Des registres et des boîtes d’archives sur une étagère, un parchemin scellé, une loupe.',
  isIndoors: true,
  draw(scene) {
    const { random, left, right } = scene
    carveBackdrop(scene, [400, 120])
    const inks = (['red', 'yellow', 'green', 'orange', 'blue', 'paper', 'rose'] as const).filter(
      (ink) => ink !== scene.sky,
    )
    // the shelf
    scene.key(
      rough(
        [
          [left - 9, 316],
          [right + 9, 310],
          [right + 9, 346],
          [left - 9, 352],
        ],
        random,
        2,
        140,
      ),
    )
    scene.cut(gouge([left, 328], [right, 322], 4))
    // registers, one leaning
    let x = left + 18
    let index = Math.floor(scene.way * 5)
    while (x < right - 130) {
      const wide = 46 + Math.floor(random() * 3) * 16
      const top = 62 + random() * 84
      const ink = inks[index++ % inks.length] ?? 'paper'
      if (index % 6 === 4) {
        // a box with its label
        scene.key(
          rough(
            [
              [x, 130],
              [x + 124, 126],
              [x + 126, 314],
              [x + 2, 316],
            ],
            random,
            1,
            130,
          ),
        )
        scene.ink(
          'sand',
          rough(
            [
              [x + 9, 140],
              [x + 115, 136],
              [x + 116, 306],
              [x + 11, 308],
            ],
            random,
            1,
            130,
          ),
        )
        scene.line(slab(x + 28, 166, 70, 54, random, 1), disc([x + 63, 262], 19, random, 1, 14))
        scene.cut(slab(x + 35, 173, 56, 40, random, 1), disc([x + 63, 262], 11, random, 1, 12))
        scene.line(
          strokes(
            `${Math.round(x + 42)},186 ${Math.round(x + 84)},184  ${Math.round(x + 42)},200 ${Math.round(x + 74)},198`,
            3,
          ),
        )
        x += 132
        continue
      }
      scene.key(
        rough(
          [
            [x, top],
            [x + wide, top - 3],
            [x + wide + 1, 314],
            [x + 1, 316],
          ],
          random,
          1,
          120,
        ),
      )
      scene.ink(
        ink,
        rough(
          [
            [x + 7, top + 8],
            [x + wide - 7, top + 6],
            [x + wide - 6, 307],
            [x + 8, 308],
          ],
          random,
          1,
          120,
        ),
      )
      scene.line(slab(x + 4, top + 30, wide - 8, 8, random, 1), slab(x + 4, 272, wide - 8, 8, random, 1))
      scene.cut(slab(x + 13, top + 54, wide - 26, 50, random, 1), gouge([x + 13, top + 120], [x + 12, 264], 3.4))
      x += wide + 5
    }
    // the table, an old map rolled open
    scene.key(
      rough(
        [
          [left - 9, 520],
          [right + 9, 514],
          [right + 9, 609],
          [left - 9, 609],
        ],
        random,
        2,
        140,
      ),
    )
    scene.cut(
      hatch(
        [
          [left, 540],
          [right, 534],
          [right, 598],
          [left, 600],
        ],
        { random, gap: 18, width: 4.4, length: 140, hole: 50, skip: 0.2 },
      ),
    )
    scene.key(rough(points('96,404 540,380 590,402 604,560 150,582 110,556'), random, 2, 100))
    scene.ink('sand', rough(points('112,416 536,393 574,410 588,548 156,568 124,546'), random, 2, 110))
    scene.line(
      hatch(points('150,430 420,416 430,540 164,552'), {
        random,
        angle: -3,
        gap: 15,
        width: 3.2,
        length: 70,
        hole: 16,
        skip: 0.12,
      }),
    )
    scene.line('M162 426q30-20 44 8-2 30-22 40 30 2 26 22-30 10-46-8z')
    scene.ink('red', 'M170 432q20-12 26 6-4 18-22 24z')
    scene.line(gouge([560, 396], [584, 552], 9, { bend: -6 }), polygon(points('86,398 116,398 130,568 102,572')))
    scene.cut(gouge([100, 410], [114, 560], 5))
    // seal
    scene.line(polygon(points('486,500 520,500 528,580 506,566 488,584')))
    scene.line(disc([502, 492], 42, random, 4, 18))
    scene.ink('red', disc([502, 492], 34, random, 3, 18))
    scene.cut(
      ...[0, 1, 2, 3, 4].map((i) =>
        gouge([502, 492], [502 + Math.cos(i * 1.257 - 1.57) * 24, 492 + Math.sin(i * 1.257 - 1.57) * 24], 5),
      ),
    )
    // magnifying glass
    scene.line(limb(points('668,500 760,590'), [34, 40]), disc([630, 450], 78, random, 1, 30))
    scene.ink(scene.unlikeSky('yellow', 'orange'), limb(points('680,512 752,582'), [16, 20]))
    scene.ink(scene.unlikeSky('blue', 'paper'), disc([630, 450], 62, random, 1, 28))
    scene.cut(gouge([588, 462], [614, 408], 8, { bend: -10 }), gouge([606, 480], [622, 438], 5, { bend: -6 }))
  },
}
