import { gouge, hatch, type Outline, points, polygon, rough, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import type { Scene } from '../scene.ts'
import { carveHills, carveWater } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'
import { carveWood } from '../stock/trees.ts'

/** A rock face whose light comes from one side: `from` is lit, `to` is in shadow. */
function carveRock(scene: Scene, outline: Outline, from: number, to: number, angle: number): void {
  const { random } = scene
  scene.key(rough(outline, random, 5, 46))
  scene.cut(
    hatch(outline, {
      random,
      angle,
      gap: 14,
      width: 7,
      length: 70,
      hole: 9,
      inset: 13,
      belly: 0.3,
      light: (x) => 1.15 - (x - from) / (to - from),
    }),
  )
}

export const gorge: Motif = {
  name: 'gorges',
  alt: 'Les falaises des gorges, l’Aveyron au fond, un rapace qui plane.',
  unlike: ['blue'],
  draw(scene) {
    const { left, right, lift } = scene
    carveSky(scene, { horizon: 350, sunX: 400, sunY: 160, size: 92 })
    carveHills(scene, 340)
    carveWood(scene, [250, 392], [580, 388], 20)
    carveWater(scene, points('356,402 452,400 470,430 430,470 560,520 700,609 70,609 240,520 340,470 330,430'))
    const low = Math.round(lift / 2)
    carveRock(
      scene,
      [
        [left - 9, 60 + low],
        [120, 74 + low],
        [176, 96 + low],
        [186, 150],
        [236, 176],
        [244, 260],
        [292, 300],
        [300, 392],
        [344, 430],
        [300, 470],
        [180, 540],
        [left - 9, 590],
      ],
      left,
      330,
      83,
    )
    scene.line(strokes('0,190 180,176  10,300 250,282  30,410 300,400', 13, { belly: 0.3, bend: -5 }))
    carveRock(
      scene,
      [
        [right + 9, 20 - low],
        [690, 40 - low],
        [640, 70 - low],
        [632, 130],
        [580, 160],
        [566, 230],
        [516, 270],
        [510, 350],
        [470, 396],
        [500, 452],
        [620, 530],
        [right + 9, 596],
      ],
      470,
      right,
      97,
    )
    scene.line(
      strokes('640,120 800,100  576,220 790,196  524,330 780,320  560,440 800,430', 13, { belly: 0.3, bend: -5 }),
    )
    // green on the ledges
    for (const [x, y, size] of [
      [150, 88, 22],
      [240, 176, 18],
      [292, 300, 16],
      [636, 72, 22],
      [572, 168, 18],
      [512, 274, 16],
      [700, 44, 24],
    ] as const) {
      const bush = points('-20,8 -16,-12 -2,-20 14,-14 21,4 6,13').map(
        ([px, py]) => [x + (px * size) / 20, y + (py * size) / 20] as const,
      )
      scene.ink(scene.unlikeSky('green', 'yellow'), polygon(bush))
      scene.line(gouge([x - 6, y + 8], [x - 2, y - 12], 3), gouge([x + 6, y + 8], [x + 8, y - 8], 3))
    }
    // the bird
    const [x, y] = scene.way > 0.5 ? [380, 250] : [430, 90]
    scene.key(
      `M${x} ${y}q-34-34-84-20 34 6 52 24-14 2-20 14 22-8 40 0l8 22 12-22q22-6 40 2-6-14-20-16 20-18 54-20-50-16-82 16z`,
    )
  },
}
