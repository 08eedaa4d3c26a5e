import { disc, gouge, hatch, limb, points, polygon, rays, rough, slab, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveBackdrop, carveTable } from '../stock/wall.ts'

export const school: Motif = {
  name: 'ecole',
  alt: 'Un cartable, des crayons, des livres et une pomme sur une table d’écolier.',
  isIndoors: true,
  draw(scene) {
    const { random } = scene
    const leather = scene.paint('red', 'orange', 'blue', 'green')
    carveBackdrop(scene, [340, 280])
    // blackboard
    scene.key(rough(points('470,60 770,50 776,290 476,300'), random, 2, 130))
    scene.ink(scene.unlikeSky('yellow', 'sand'), rough(points('478,68 762,60 768,282 484,290'), random, 1, 150))
    scene.line(rough(points('492,82 748,74 754,268 498,276'), random, 1, 150))
    // a lesson: the sun above a house
    scene.cut(
      strokes('536,236 536,170  536,172 580,128  580,128 626,170  624,170 626,236  536,236 626,236', 6),
      strokes('566,236 566,196  566,196 596,194  596,194 596,236', 4),
      rays([692, 136], 20, 46, { random, count: 12, width: 5, short: 0.8 }),
      disc([692, 136], 15, random, 1, 12),
      strokes('650,236 740,232  660,220 664,204  690,222 692,202  720,220 724,204', 4),
    )
    carveTable(scene, 500)
    // satchel
    scene.key(rough(points('86,214 110,180 400,172 426,206 444,500 414,530 100,534 70,504'), random, 2, 120))
    scene.ink(leather, rough(points('84,340 430,332 434,496 408,518 104,522 82,498'), random, 1, 120))
    scene.key(limb(points('186,178 190,118 222,92 290,90 322,114 326,174'), [18, 20]))
    scene.cut(gouge([200, 160], [202, 124], 5), gouge([226, 102], [286, 100], 4))
    scene.line(rough(points('78,222 104,188 404,180 430,214 428,352 388,392 122,398 84,360'), random, 1, 120))
    scene.ink(leather, rough(points('94,228 112,202 398,194 416,220 414,346 380,378 128,384 98,354'), random, 1, 120))
    scene.cut(
      hatch(points('108,214 396,206 400,240 110,246'), {
        random,
        angle: -2,
        gap: 14,
        width: 4,
        length: 50,
        hole: 24,
        skip: 0.2,
      }),
      strokes('110,360 132,376  132,376 376,370  376,370 402,342', 3),
    )
    scene.line(strokes('100,506 412,500  96,482 96,420', 4))
    for (const x of [156, 320]) {
      scene.line(slab(x, 300, 42, 140, random, 1))
      scene.ink(scene.unlikeSky('yellow', 'sand'), slab(x + 8, 308, 26, 124, random, 1))
      scene.line(slab(x - 8, 384, 58, 40, random, 1))
      scene.cut(slab(x + 2, 393, 38, 22, random, 1))
      scene.line(slab(x + 14, 398, 14, 12, random, 0))
    }
    // books
    const books = [
      scene.unlikeSky('blue', 'green'),
      scene.unlikeSky('yellow', 'rose'),
      scene.unlikeSky('green', 'orange'),
    ] as const
    books.slice(0, 2 + Math.min(1, scene.more)).forEach((ink, index) => {
      const y = 476 - index * 52
      const x = 478 + index * 12
      scene.key(
        rough(
          [
            [x, y],
            [x + 244, y - 4],
            [x + 246, y + 50],
            [x + 2, y + 54],
          ],
          random,
          1,
          130,
        ),
      )
      scene.ink(
        ink,
        rough(
          [
            [x + 9, y + 8],
            [x + 190, y + 5],
            [x + 191, y + 43],
            [x + 10, y + 46],
          ],
          random,
          1,
          130,
        ),
      )
      scene.cut(
        polygon([
          [x + 198, y + 8],
          [x + 240, y + 7],
          [x + 240, y + 41],
          [x + 199, y + 43],
        ]),
      )
      scene.line(gouge([x + 200, y + 20], [x + 240, y + 18], 3), gouge([x + 200, y + 31], [x + 240, y + 29], 3))
      scene.cut(gouge([x + 30, y + 20], [x + 150, y + 18], 5))
    })
    const top = scene.more ? 424 - 52 : 424
    // apple on the books
    scene.line(disc([606, top - 44], 52, random, 2, 20))
    scene.ink(
      scene.unlikeSky('red', 'green'),
      disc([592, top - 44], 36, random, 1, 18),
      disc([616, top - 44], 38, random, 1, 18),
    )
    scene.line(gouge([604, top - 76], [618, top - 124], 7))
    scene.ink('green', gouge([612, top - 98], [666, top - 116], 13))
    scene.cut(gouge([576, top - 34], [590, top - 66], 6, { bend: -6 }))
    // pencils out of the satchel
    for (const [x, ink, lean] of [
      [372, 'yellow', 30],
      [400, 'blue', 62],
    ] as const) {
      const paint = scene.unlikeSky(ink, 'green')
      scene.key(
        limb(
          [
            [x - 4, 190],
            [x + lean * 0.6, 110],
          ],
          [26],
        ),
        polygon([
          [x + lean * 0.6 - 13, 112],
          [x + lean * 0.94, 62],
          [x + lean * 0.6 + 12, 116],
        ]),
      )
      scene.ink(
        paint,
        limb(
          [
            [x - 3, 186],
            [x + lean * 0.58, 112],
          ],
          [13],
        ),
      )
      scene.cut(
        polygon([
          [x + lean * 0.6 - 6, 104],
          [x + lean * 0.82, 80],
          [x + lean * 0.6 + 7, 106],
        ]),
      )
    }
  },
}
