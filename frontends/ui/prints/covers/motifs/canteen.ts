import { disc, gouge, limb, points, polygon, rays, slab, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'

export const canteen: Motif = {
  name: 'cantine',
  alt: 'Une assiette garnie de légumes du Pays, une fourchette et un couteau sur une nappe à carreaux.',
  isIndoors: true,
  unlike: ['sand'],
  draw(scene) {
    const { random, left, right, sky } = scene
    const cloth = [
      [left, 0],
      [right, 0],
      [right, 600],
      [left, 600],
    ] as const
    scene.cut(polygon(cloth))
    // a checked tablecloth: two weaves, black where they cross
    const size = 75
    const first = Math.floor(left / size) - 1
    for (let column = first; column * size < right; column++)
      for (let row = 0; row < 8; row++)
        if ((column + row) % 2 === 0) scene.ink(sky, slab(column * size + 25, row * size, size, size, random, 2))
    // plate
    scene.key(disc([400, 304], 232, random, 2, 44))
    scene.cut(disc([400, 300], 218, random, 2, 44))
    scene.key(disc([400, 300], 168, random, 2, 38))
    scene.ink(scene.unlikeSky('yellow', 'sand'), disc([400, 300], 160, random, 2, 38))
    scene.line(rays([400, 300], 186, 210, { random, count: 30, width: 4, short: 1 }))
    // carrot
    scene.key(polygon(points('262,400 340,208 384,182 424,206 426,258')))
    scene.ink('orange', polygon(points('276,384 348,218 384,194 414,213 415,253')))
    scene.line(strokes('322,292 366,306  350,240 392,262  300,342 328,352', 4))
    scene.key(limb(points('396,202 436,140'), [9, 4]))
    scene.ink(
      'green',
      gouge([394, 200], [420, 96], 17),
      gouge([402, 204], [482, 128], 18),
      gouge([408, 212], [512, 184], 14),
    )
    // tomato halves
    for (const [x, y] of [
      [470, 356],
      [360, 410],
    ] as const) {
      scene.line(disc([x, y], 62, random, 2, 20))
      scene.ink('red', disc([x, y], 53, random, 1, 20))
      scene.cut(rays([x, y], 9, 46, { random, count: 8, width: 8, short: 1 }))
    }
    // peas
    for (const [x, y] of [
      [478, 250],
      [516, 270],
      [462, 284],
      [500, 300],
      [284, 268],
      [312, 238],
      [270, 310],
    ] as const) {
      scene.line(disc([x, y], 21, random, 1, 12))
      scene.ink('green', disc([x, y], 15, random, 1, 11))
      scene.cut(gouge([x - 8, y + 1], [x, y - 9], 4))
    }
    // fork, knife
    const fork =
      'M86 84l10 0 2 92 12 0 2-92 10 0 2 92 12 0 2-92 10 0 4 112q-4 34-30 44l4 268q-18 14-34-2l6-266q-26-12-28-46z'
    scene.key(fork)
    scene.cut(gouge([124, 250], [122, 496], 4))
    scene.key('M690 520q-16 14-34 0l4-210-22-8q-6-146 44-222 12 6 12 20z')
    scene.cut(gouge([680, 110], [660, 286], 6, { bend: 6 }), gouge([676, 330], [672, 506], 4))
  },
}
