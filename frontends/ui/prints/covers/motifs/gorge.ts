import { gouge, hatch, move, type Outline, points, polygon, rough, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import type { Scene } from '../scene.ts'
import { carveHills, carveWater } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'
import { carveWood } from '../stock/trees.ts'

/** A rock in upright faces, each lit from its left edge and dark at its right. */
function carveRock(scene: Scene, outline: Outline, faces: readonly Outline[]): void {
  const { random } = scene
  scene.key(rough(outline, random, 5, 46))
  for (const face of faces) {
    const xs = face.map(([x]) => x)
    const [from, wide] = [Math.min(...xs), Math.max(...xs) - Math.min(...xs)]
    const light = (x: number) => 1.5 - (1.95 * (x - from)) / wide
    scene.cut(hatch(face, { random, angle: 85, gap: 13, width: 8, length: 76, hole: 10, inset: 6, belly: 0.3, light }))
  }
}

const leftRock = '120,74 176,96 186,150 236,176 244,260 292,300 300,392 344,430 300,470 180,540'
const leftFaces = [
  '-130,90 20,92 30,300 10,560 -130,580',
  '24,96 120,92 128,180 112,400 60,540 22,556 40,300',
  '124,94 170,106 182,160 176,420 120,516 122,400 138,190',
  '190,168 230,184 238,266 230,440 186,506 196,300',
  '246,276 284,306 294,396 318,430 290,462 236,484 244,400',
].map(points)
const rightRock = '690,40 640,70 632,130 580,160 566,230 516,270 510,350 470,396 500,452 620,530'
const rightFaces = [
  '524,282 566,246 576,330 560,460 514,446 486,398 522,354',
  '578,176 626,146 640,260 624,500 570,476 588,330 574,240',
  '642,84 690,56 702,250 690,520 640,508 654,260',
  '698,50 800,42 806,300 780,556 704,530 716,260',
  '806,44 930,40 930,580 800,560 820,300',
].map(points)

export const gorge: Motif = {
  name: 'gorges',
  alt: 'Les falaises des gorges, l’Aveyron au fond, un rapace qui plane.',
  unlike: ['blue'],
  draw(scene) {
    const { left, right, lift } = scene
    const low = Math.round(lift / 2)
    carveSky(scene, { horizon: 350, sunX: 400, sunY: 160, size: 92 })
    carveHills(scene, 340, { hidden: 420 })
    carveWood(scene, [270, 396], [560, 390], 24)
    carveWater(scene, points('356,402 452,400 470,430 430,470 560,520 700,609 70,609 240,520 340,470 330,430'))
    carveRock(
      scene,
      [[left - 9, 60 + low], ...move(points(leftRock), 0, low), [left - 9, 590]],
      leftFaces.map((face) => move(face, 0, low)),
    )
    carveRock(
      scene,
      [[right + 9, 20 - low], ...move(points(rightRock), 0, -low), [right + 9, 596]],
      rightFaces.map((face) => move(face, 0, -low)),
    )
    // beds of limestone
    scene.line(
      strokes('-120,200 180,176  -60,320 250,282  20,420 300,400', 12, { belly: 0.3, bend: -5 }),
      strokes('640,120 900,96  576,220 880,190  524,330 860,318  560,440 840,430', 12, { belly: 0.3, bend: -5 }),
    )
    // green on the ledges
    for (const [x, y, size] of [
      [150, 88 + low, 26],
      [240, 176 + low, 22],
      [292, 300 + low, 20],
      [636, 72 - low, 26],
      [572, 168 - low, 22],
      [512, 274 - low, 20],
      [700, 44 - low, 28],
    ] as const) {
      const bush = points('-20,8 -16,-12 -2,-20 14,-14 21,4 6,13').map(
        ([px, py]) => [x + (px * size) / 20, y + (py * size) / 20] as const,
      )
      scene.ink(scene.unlikeSky('green', 'yellow'), polygon(bush))
      scene.line(gouge([x - 6, y + 8], [x - 2, y - 12], 3), gouge([x + 6, y + 8], [x + 8, y - 8], 3))
    }
    // the bird
    const [x, y] = scene.way > 0.5 ? [350, 270] : [430, 90]
    scene.key(
      `M${x} ${y}q-34-34-84-20 34 6 52 24-14 2-20 14 22-8 40 0l8 22 12-22q22-6 40 2-6-14-20-16 20-18 54-20-50-16-82 16z`,
    )
  },
}
