import { hatch, type Outline, type Point, points, rough } from '../../carving/carving.ts'
import type { Ink } from '../inks.ts'
import type { Scene } from '../scene.ts'

const profiles = [
  '0,40 120,8 250,26 400,0 560,34 690,14 800,30',
  '0,0 160,24 300,18 470,44 620,22 720,34 800,10',
  '0,30 90,34 210,4 330,-14 450,6 600,30 800,20',
].map(points)

/** Hills from edge to edge; `y` is about their height. Hatched like tilled land, down to where something else hides them. */
export function carveHills(
  scene: Scene,
  y: number,
  { ink = scene.land, hidden = 596 }: { ink?: Ink; hidden?: number } = {},
): void {
  const { random, left, right } = scene
  const profile = profiles[Math.floor(scene.way * profiles.length)] ?? []
  const top: Point[] = [[left - 9, y + 30], ...profile.map(([px, py]): Point => [px, y + py]), [right + 9, y + 18]]
  const hills: Outline = [...top, [right + 9, 609], [left - 9, 609]]
  scene.ink(ink, rough(hills, random, 4, 70))
  const cut = { random, angle: -4, gap: 22, width: 4.8, length: 130, hole: 80, skip: 0.25, inset: 14 }
  const tilled: Outline = [...top.map(([px, py]): Point => [px, py + 14]), [right, hidden], [left, hidden]]
  scene.ink(ink === 'key' ? 'paper' : 'key', hatch(tilled, { ...cut, width: 3.2, length: 70, hole: 210, skip: 0.4 }))
  scene.cut(hatch(tilled, cut))
}

/** The near ground: black, with light raking over it. */
export function carveGround(
  scene: Scene,
  y: number,
  options: { ink?: Ink; angle?: number; slope?: number } = {},
): void {
  const { random, left, right } = scene
  const { ink = 'key', angle = 0, slope = 0 } = options
  const edge: Point[] = [
    [left - 9, y + slope],
    [200, y - 7],
    [430, y + 4],
    [right + 9, y - slope],
  ]
  const ground: Outline = [...edge, [right + 9, 609], [left - 9, 609]]
  if (ink === 'key') scene.key(rough(ground, random, 4, 80))
  else scene.ink(ink, rough(ground, random, 4, 80))
  const lit: Outline = [...edge.map(([px, py]): Point => [px, py + 16]), [right, 594], [left, 594]]
  scene.cut(hatch(lit, { random, angle, gap: 18, width: 4.6, length: 110, hole: 46, skip: 0.2, inset: 16 }))
}

/** Water is always blue, with the light that lies on it. */
export function carveWater(scene: Scene, outline: Outline, skip = 0.2): void {
  const { random } = scene
  scene.ink('blue', rough(outline, random, 3, 90))
  scene.cut(hatch(outline, { random, angle: 0, gap: 19, width: 4.8, length: 120, hole: 80, skip, inset: 22 }))
  scene.ink('key', hatch(outline, { random, angle: 1, gap: 38, width: 4, length: 80, hole: 170, skip: 0.3, inset: 26 }))
}
