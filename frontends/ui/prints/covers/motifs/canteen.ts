import { disc, gouge, limb, points, polygon, rays, ring, slab, strokes } from '../../carving/carving.ts'
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
    scene.key(polygon(points('300,360 366,222 400,206 426,226 424,262')))
    scene.ink('orange', polygon(points('310,348 371,230 398,216 417,230 415,258')))
    scene.line(strokes('352,270 380,280  372,236 402,254  330,312 350,320', 3.4))
    scene.key(limb(points('404,220 440,150'), [8, 3]), limb(points('410,222 474,180'), [8, 3]))
    scene.ink(
      'green',
      gouge([406, 216], [436, 120], 15),
      gouge([412, 220], [486, 150], 15),
      gouge([414, 228], [504, 196], 12),
    )
    // tomato halves
    for (const [x, y] of [
      [456, 352],
      [370, 398],
    ] as const) {
      scene.key(disc([x, y], 50, random, 2, 20))
      scene.ink('red', disc([x, y], 42, random, 1, 20))
      scene.cut(rays([x, y], 8, 36, { random, count: 8, width: 6, short: 1 }))
    }
    // peas
    for (const [x, y] of [
      [486, 268],
      [512, 296],
      [468, 286],
      [496, 314],
      [300, 250],
      [324, 228],
      [292, 284],
    ] as const) {
      scene.key(disc([x, y], 17, random, 1, 12))
      scene.ink('green', disc([x, y], 12, random, 1, 11))
      scene.cut(gouge([x - 6, y + 1], [x, y - 7], 3))
    }
    // fork, knife
    const fork =
      'M86 84l10 0 2 92 12 0 2-92 10 0 2 92 12 0 2-92 10 0 4 112q-4 34-30 44l4 268q-18 14-34-2l6-266q-26-12-28-46z'
    scene.key(fork)
    scene.cut(gouge([124, 250], [122, 496], 4))
    scene.key('M690 520q-16 14-34 0l4-210-22-8q-6-146 44-222 12 6 12 20z')
    scene.cut(gouge([680, 110], [660, 286], 6, { bend: 6 }), gouge([676, 330], [672, 506], 4))
    scene.key(polygon(ring([400, 300], 3, random, 0, 4)))
  },
}
