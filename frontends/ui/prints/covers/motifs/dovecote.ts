import { gouge, hatch, limb, points, polygon, rough, slab } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveGround, carveHills } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'
import { carveWood } from '../stock/trees.ts'

/** A pigeon seen from the side: wing up, or wings spread. */
const pigeon = (x: number, y: number, wing: 1 | -1) =>
  wing > 0
    ? `M${x} ${y}q16-12 34-8 8-40 36-54 0 30-12 58 14 4 34 2l14 4-14 6q-20 14-44 12-30-2-48-20z`
    : `M${x} ${y}q18-10 34-8-4-8-14-14 40-4 56 18 14 0 22-4l14 6-14 6q-8 12-30 14l-18 26-12-28q-22-2-38-16z`

export const dovecote: Motif = {
  name: 'pigeonnier',
  alt: 'Un pigeonnier sur ses piliers, et des pigeons qui rentrent.',
  draw(scene) {
    const { random, left, right, lift } = scene
    const wall = scene.paint('yellow', 'sand', 'paper', 'orange')
    carveSky(scene, { horizon: 440 + lift, sunX: 150, sunY: 170, size: 84 })
    carveHills(scene, 430 + lift, { hidden: 525 })
    carveWood(scene, [left, 462], [right, 456], 20)
    carveGround(scene, 530)
    // pillars and their stone discs, which stop the rats
    for (const x of [270, 398, 528]) {
      scene.key(
        limb(
          [
            [x, 566],
            [x, 400],
          ],
          [40, 34],
        ),
        rough(
          [
            [x - 46, 384],
            [x + 46, 382],
            [x + 40, 410],
            [x - 40, 412],
          ],
          random,
          2,
          60,
        ),
      )
      scene.cut(gouge([x - 8, 550], [x - 7, 420], 7), gouge([x - 36, 394], [x + 20, 393], 5))
    }
    // the tower
    scene.key(rough(points('236,190 564,184 570,388 230,392'), random, 2, 90))
    scene.ink(wall, rough(points('250,200 552,196 557,376 244,380'), random, 1, 120))
    scene.line(
      hatch(points('396,200 552,196 557,376 396,378'), {
        random,
        angle: 0,
        gap: 15,
        width: 5,
        length: 40,
        hole: 12,
        skip: 0.05,
      }),
      hatch(points('246,200 396,200 396,378 246,378'), {
        random,
        angle: 0,
        gap: 26,
        width: 3.2,
        length: 34,
        hole: 40,
        skip: 0.3,
      }),
    )
    scene.line(slab(300, 228, 74, 74, random, 2), slab(290, 300, 94, 12, random, 1))
    scene.cut(
      'M311 240h14v18h-14zM331 240h14v18h-14zM351 240h14v18h-14zM311 270h14v18h-14zM331 270h14v18h-14zM351 270h14v18h-14z',
    )
    scene.line('M456 376v-78q2-36 30-36t30 36v76z')
    scene.cut(slab(240, 340, 310, 9, random, 2))
    // roof and lantern
    scene.key(rough(points('196,204 344,84 456,82 606,196 600,220 202,226'), random, 2, 90))
    const slope = points('222,200 350,96 450,94 580,194')
    scene.ink(wall === 'orange' ? 'red' : scene.unlikeSky('red', 'orange'), rough(slope, random, 2, 120))
    scene.line(hatch(slope, { random, angle: 90, gap: 20, width: 4, length: 36, hole: 8, wobble: 8 }))
    scene.cut(
      hatch(points('222,200 350,96 400,96 400,198'), {
        random,
        angle: 90,
        gap: 22,
        width: 3.6,
        length: 30,
        hole: 22,
        skip: 0.2,
      }),
    )
    scene.key(
      rough(points('352,92 356,52 446,50 450,92'), random, 1, 60),
      polygon(points('336,56 400,6 464,54')),
      gouge([400, 14], [401, -20], 6),
    )
    scene.cut('M364 60h16v28h-16zM392 60h16v28h-16zM420 60h16v28h-16z')
    // ladder
    scene.key(
      limb(points('470,560 452,388'), [9]),
      limb(points('516,560 498,388'), [9]),
      ...[0, 1, 2, 3, 4].map((step) =>
        limb(
          [
            [466 - step * 4, 536 - step * 32],
            [512 - step * 4, 535 - step * 32],
          ],
          [8],
        ),
      ),
    )
    // pigeons
    const flight: [number, number, 1 | -1][] = [
      [610, 130, 1],
      [90, 300, -1],
      [650, 280, -1],
    ]
    for (const [x, y, wing] of flight.slice(0, 1 + scene.more)) {
      scene.key(pigeon(x, y, wing))
      scene.cut(gouge([x + 36, y + 4], [x + 72, y + 4], 4))
      if (wing > 0) scene.cut(gouge([x + 46, y - 12], [x + 62, y - 34], 4))
    }
  },
}
