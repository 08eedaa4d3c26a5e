import { disc, gouge, hatch, points, polygon, rays, rough, slab, strokes } from '../../carving/carving.ts'
import type { Ink } from '../inks.ts'
import type { Motif } from '../motif.ts'
import type { Scene } from '../scene.ts'
import { carveSky } from '../stock/sky.ts'

/** A window with its shutters open; it is lit at night. */
function carveWindow(scene: Scene, x: number, y: number, shutter: Ink): void {
  const { random } = scene
  scene.line(
    slab(x - 20, y, 40, 84, random, 1),
    slab(x - 47, y - 4, 24, 92, random, 1),
    slab(x + 23, y - 4, 24, 92, random, 1),
  )
  scene.ink(shutter, slab(x - 43, y + 2, 16, 80, random, 1), slab(x + 27, y + 2, 16, 80, random, 1))
  const [left, right] = [Math.round(x - 14), Math.round(x + 3)]
  scene.ink(
    scene.hour === 'night' ? 'yellow' : 'paper',
    `M${left} ${y + 8}v30h12v-30zM${right} ${y + 8}v30h12v-30zM${left} ${y + 44}v32h12v-32zM${right} ${y + 44}v32h12v-32z`,
  )
}

export const arcades: Motif = {
  name: 'arcades',
  alt: 'Les couverts d’une place de bastide : trois arcades sous des maisons à volets.',
  draw(scene) {
    const { random, left, right } = scene
    const walls = [scene.unlikeSky('yellow', 'orange'), 'paper', scene.unlikeSky('orange', 'rose')] as const
    const shutter = scene.paint('blue', 'green', 'red')
    carveSky(scene, { horizon: 200, sunX: scene.way > 0.5 ? 400 : 640, sunY: 76, size: 60 })
    const houses: [x: number, width: number, top: number][] = [
      [left - 60, 100 - left, 150],
      [40, 226, 120],
      [266, 262, 74 + scene.more * 12],
      [528, 230, 128],
      [758, right - 700, 104],
    ]
    houses.forEach(([x, width, top], index) => {
      const wall = walls[index % 3] ?? 'paper'
      scene.key(
        rough(
          [
            [x, 560],
            [x + 2, top],
            [x + width, top - 4],
            [x + width, 560],
          ],
          random,
          2,
          130,
        ),
      )
      scene.ink(
        wall,
        rough(
          [
            [x + 9, 550],
            [x + 11, top + 12],
            [x + width - 8, top + 8],
            [x + width - 8, 550],
          ],
          random,
          1,
          160,
        ),
      )
      // roof: canal tiles on two rows of dentils
      scene.key(
        rough(
          [
            [x - 12, top + 16],
            [x + 16, top - 44],
            [x + width - 14, top - 48],
            [x + width + 12, top + 10],
          ],
          random,
          2,
          100,
        ),
      )
      const slope = [
        [x + 2, top + 4],
        [x + 24, top - 34],
        [x + width - 22, top - 38],
        [x + width, top],
      ] as const
      scene.ink(scene.unlikeSky('red', 'orange'), polygon(slope))
      scene.line(hatch(slope, { random, angle: 90, gap: 14, width: 3.4, length: 22, hole: 8, wobble: 6 }))
      scene.cut(
        hatch(
          [
            [x, top + 6],
            [x + width, top],
            [x + width, top + 14],
            [x, top + 20],
          ],
          { random, angle: 88, gap: 12, width: 4, wobble: 1, inset: 2 },
        ),
      )
      const isSide = index === 0 || index === 4
      const middle = x + width / 2
      for (const wx of isSide ? (width > 260 ? [middle] : []) : [middle - 58, middle + 58])
        carveWindow(scene, wx, top + 52, shutter)
      if (isSide) {
        // its own arch, cut by the edge of the sheet
        if (width > 260) scene.line(`M${Math.round(middle - 60)} 560V410a60 60 0 0 1 120 0v150z`)
        return
      }
      scene.line(
        hatch(
          [
            [x + 16, top + 150],
            [x + width - 14, top + 150],
            [x + width - 14, 300],
            [x + 16, 300],
          ],
          { random, angle: 0, gap: 26, width: 3.4, length: 40, hole: 70, skip: 0.3 },
        ),
      )
      // the arch
      const reach = Math.round(width / 2 - 34)
      scene.cut(
        rays([middle, 400], reach + 4, reach + 34, {
          random,
          count: 13,
          width: 9,
          from: Math.PI * 1.02,
          to: Math.PI * 1.98,
          short: 1,
          belly: 0.5,
        }),
      )
      scene.line(`M${Math.round(middle - reach)} 560V400a${reach} ${reach} 0 0 1 ${2 * reach} 0v160z`)
      scene.line(
        rays([middle, 400], reach + 2, reach + 36, {
          random,
          count: 12,
          width: 2.6,
          from: Math.PI,
          to: Math.PI * 2,
          short: 1,
          belly: 0.5,
        }),
      )
    })
    // light on the paving within, somebody at a table
    for (const [x0, x1] of [
      [82, 226],
      [304, 492],
      [566, 720],
    ] as const)
      scene.cut(
        hatch(
          [
            [x0, 486],
            [x1, 480],
            [x1, 546],
            [x0, 546],
          ],
          { random, angle: -3, gap: 13, width: 4.6, length: 60, hole: 24, skip: 0.2 },
        ),
      )
    scene.ink('yellow', disc([398, 366], 17, random, 1, 12))
    scene.cut(gouge([398, 320], [398, 350], 3), strokes('150,404 158,466  640,404 646,466', 5))
    scene.key(
      rough(
        [
          [left - 9, 552],
          [right + 9, 548],
          [right + 9, 609],
          [left - 9, 609],
        ],
        random,
        2,
        90,
      ),
    )
    scene.cut(
      hatch(
        [
          [left, 562],
          [right, 558],
          [right, 600],
          [left, 600],
        ],
        { random, angle: 0, gap: 14, width: 5, length: 60, hole: 18, skip: 0.1 },
      ),
    )
    scene.key(
      rough(points('232,400 300,398 296,560 236,560'), random, 1, 80),
      rough(points('496,398 562,398 558,560 500,560'), random, 1, 80),
    )
    for (const x of [246, 510]) scene.cut(...[0, 1, 2, 3].map((row) => slab(x, 410 + row * 36, 30, 26, random, 2)))
  },
}
