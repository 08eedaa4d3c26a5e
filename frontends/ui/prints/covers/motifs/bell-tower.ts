import { disc, gouge, hatch, points, polygon, rough, slab, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveHills } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'

export const bellTower: Motif = {
  name: 'clocher',
  alt: 'Un clocher octogonal de brique au-dessus des toits du village.',
  draw(scene) {
    const { random, left, right, lift } = scene
    const brick = scene.paint('red', 'orange')
    const roof = brick === 'orange' ? scene.unlikeSky('red', 'yellow') : scene.unlikeSky('orange', 'yellow')
    carveSky(scene, { horizon: 420, sunX: 620, sunY: 150, size: 88 })
    carveHills(scene, 410 + lift, { hidden: 520 })
    // three storeys, each narrower, with mitred openings
    const storeys: [half: number, top: number, foot: number][] = [
      [112, 402, 609],
      [96, 286, 404],
      [82, 178, 288],
    ]
    for (const [half, top, foot] of storeys) {
      scene.key(
        rough(
          [
            [400 - half, foot],
            [400 - half + 4, top],
            [400 + half - 4, top - 2],
            [400 + half, foot],
          ],
          random,
          2,
          90,
        ),
      )
      scene.ink(
        brick,
        polygon([
          [400 - half + 9, foot],
          [400 - half + 12, top + 10],
          [400 + half * 0.42, top + 10],
          [400 + half * 0.42, foot],
        ]),
      )
      scene.cut(
        hatch(
          [
            [400 - half + 12, top + 14],
            [400 + half * 0.4, top + 14],
            [400 + half * 0.4, foot - 4],
            [400 - half + 10, foot - 4],
          ],
          { random, angle: 0, gap: 13, width: 3, length: 22, hole: 18, skip: 0.25 },
        ),
      )
      scene.ink(
        brick,
        hatch(
          [
            [400 + half * 0.5, top + 12],
            [400 + half - 10, top + 12],
            [400 + half - 8, foot - 6],
            [400 + half * 0.5, foot - 6],
          ],
          { random, angle: 0, gap: 11, width: 4, length: 24, hole: 10 },
        ),
      )
      scene.key(slab(400 - half - 12, top - 8, 2 * half + 24, 17, random, 2))
      scene.cut(gouge([400 - half - 4, top - 1], [400 + half * 0.6, top - 2], 4))
      const height = Math.min(foot, 404) - top
      for (const [x, wide] of [
        [-0.46, 0.2],
        [0.06, 0.2],
        [0.68, 0.12],
      ] as const) {
        const [cx, w] = [Math.round(400 + x * half), Math.round(wide * half)]
        const sill = Math.round(top + height * 0.86)
        scene.line(
          polygon([
            [cx - w, sill],
            [cx - w, top + 46],
            [cx, top + 20],
            [cx + w, top + 46],
            [cx + w, sill],
          ]),
        )
        if (x < 0.5)
          scene.ink(
            'yellow',
            disc([cx, sill - 26], w * 0.62, random, 1, 10),
            polygon([
              [cx - w * 0.8, sill - 12],
              [cx - w * 0.4, sill - 34],
              [cx + w * 0.4, sill - 34],
              [cx + w * 0.8, sill - 12],
            ]),
          )
      }
    }
    // spire
    scene.key(polygon(points('306,176 400,-6 494,174')))
    scene.ink(roof, polygon(points('324,166 398,22 432,166')))
    scene.cut(
      hatch(points('330,164 398,30 424,164'), {
        random,
        angle: 0,
        gap: 14,
        width: 3.4,
        length: 24,
        hole: 14,
        skip: 0.2,
      }),
    )
    scene.ink(
      roof,
      hatch(points('438,164 404,30 478,164'), { random, angle: 64, gap: 12, width: 4.6, length: 40, hole: 8 }),
    )
    // roofs of the village
    const houses: [x: number, width: number, eave: number][] = [
      [left - 20, 214 - left, 486],
      [150, 180, 452],
      [486, 180, 462],
      [610, right - 590, 500],
      [250, 330, 524],
    ]
    for (const [x, width, eave] of houses) {
      scene.key(
        rough(
          [
            [x + 8, 609],
            [x + 8, eave],
            [x + width - 8, eave - 4],
            [x + width - 8, 609],
          ],
          random,
          2,
          90,
        ),
      )
      scene.cut(
        polygon([
          [x + 18, 609],
          [x + 18, eave + 8],
          [x + width * 0.62, eave + 6],
          [x + width * 0.62, 609],
        ]),
      )
      scene.key(
        rough(
          [
            [x - 14, eave + 12],
            [x + width * 0.18, eave - 66],
            [x + width * 0.84, eave - 70],
            [x + width + 14, eave + 8],
          ],
          random,
          2,
          90,
        ),
      )
      const slope = [
        [x + 4, eave],
        [x + width * 0.2, eave - 54],
        [x + width * 0.82, eave - 58],
        [x + width - 4, eave - 3],
      ] as const
      scene.ink(roof, polygon(slope))
      scene.line(hatch(slope, { random, angle: 90, gap: 16, width: 3.8, length: 28, hole: 8, wobble: 8 }))
      for (const at of [0.22, 0.44]) scene.line(slab(x + width * at, eave + 32, 24, 38, random, 1))
    }
    // swallows
    for (const [x, y] of [
      [150, 120],
      [220, 190],
      [120, 230],
    ].slice(0, 1 + scene.more) as [number, number][])
      scene.key(`M${x} ${y}q-20-16-46-10 22 4 34 16l-14 18 24-12q16-18 46-16-24-8-44 4z`)
    scene.cut(strokes('300,600 520,596', 4))
  },
}
