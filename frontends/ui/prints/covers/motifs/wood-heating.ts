import { disc, gouge, hatch, points, polygon, rays, rough } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveBackdrop } from '../stock/wall.ts'

export const woodHeating: Motif = {
  name: 'chauffage-au-bois',
  alt: 'Un poêle à bois où danse le feu, à côté d’un tas de bûches.',
  isIndoors: true,
  draw(scene) {
    const { random } = scene
    carveBackdrop(scene, [300, 320])
    scene.key(
      rough(
        [
          [scene.left - 9, 520],
          [400, 514],
          [scene.right + 9, 522],
          [scene.right + 9, 609],
          [scene.left - 9, 609],
        ],
        random,
        3,
        90,
      ),
    )
    scene.cut(
      hatch(
        [
          [scene.left, 534],
          [scene.right, 536],
          [scene.right, 596],
          [scene.left, 596],
        ],
        { random, gap: 18, width: 4.6, length: 130, hole: 50, skip: 0.2 },
      ),
    )
    // pipe and stove
    scene.key(
      rough(points('268,-10 326,-10 328,140 266,140'), random, 2, 60),
      rough(points('256,100 340,98 342,118 254,120'), random, 1, 80),
    )
    scene.cut(gouge([282, 0], [281, 94], 6), gouge([282, 122], [282, 136], 5))
    scene.key(
      rough(points('128,140 470,134 476,170 122,176'), random, 2, 90),
      rough(points('144,166 456,160 464,500 138,504'), random, 3, 90),
    )
    scene.key(polygon(points('150,490 190,490 176,548 148,548')), polygon(points('412,488 454,488 456,546 428,546')))
    scene.cut(
      gouge([134, 156], [440, 149], 5),
      gouge([154, 190], [152, 480], 6, { belly: 0.3 }),
      gouge([166, 196], [165, 330], 4),
    )
    scene.ink('orange', rough(points('196,214 410,208 416,400 190,404'), random, 2, 90))
    const flames =
      'M214 402c-22-52 12-76 22-126 26 26 22 44 26 62 16-34 4-72 34-112 22 42 46 58 44 104 10-10 14-24 14-40 30 40 40 70 22 110z'
    scene.ink('red', flames)
    scene.ink('yellow', 'M246 402c-14-36 10-52 20-82 14 18 14 28 20 40 10-26 6-42 20-64 18 32 40 60 24 106z')
    scene.cut('M280 402c-6-22 8-34 16-52 12 20 20 34 12 52z')
    scene.line(hatch(points('188,392 418,388 418,410 188,412'), { random, gap: 7, width: 4, length: 60, hole: 10 }))
    scene.key(gouge([196, 302], [196, 200], 4), rough(points('430,268 452,266 452,330 431,332'), random, 1, 50))
    scene.cut(gouge([440, 274], [441, 326], 4), gouge([210, 446], [392, 442], 5), gouge([224, 466], [380, 463], 5))
    // logs
    const piles: [number, number, number][] = [
      [530, 488, 46],
      [624, 490, 48],
      [718, 488, 46],
      [576, 408, 46],
      [670, 406, 48],
      [622, 326, 46],
    ]
    for (const [x, y, radius] of piles.slice(0, 4 + scene.more)) {
      scene.key(disc([x, y], radius, random, 3, 18))
      scene.ink(scene.unlikeSky('yellow', 'sand'), disc([x, y], radius - 8, random, 2, 16))
      scene.line(rays([x, y], 4, radius - 12, { random, count: 9, width: 3 }))
      scene.cut(
        gouge([x - 20, y - 12], [x + 10, y - 25], 4, { bend: -4 }),
        gouge([x - 22, y + 14], [x - 4, y + 25], 3, { bend: 4 }),
      )
    }
  },
}
