import { type Outline, type Point, polygon, type Random, rough } from '../carving/carving.ts'
import { line } from '../hand/points.ts'
import type { Sheet } from '../hand/sheet.ts'

/** A dry-stone hut of the causse: courses of flat stones, each shorter than the one below. */
export function gariotte(sheet: Sheet, [x, y]: Point, size: number, random: Random) {
  const at = (u: number, v: number): Point => [x + u * size, y - v * size]
  const on = (text: string) => line(text).map(([u, v]) => at(u, v))
  const outside: Outline = on(
    '-0.5,0 -0.52,0.2 -0.47,0.42 -0.33,0.62 -0.16,0.75 0,0.8 0.16,0.75 0.33,0.62 0.47,0.42 0.52,0.2 0.5,0',
  )
  sheet.add('k', rough(outside, random, 2, size / 5), polygon(on('-0.1,0.77 -0.08,0.86 0.1,0.87 0.12,0.77')))
  let stones = ''
  for (let row = 0; row < 8; row++) {
    const v = 0.05 + row * 0.088
    const half = Math.sqrt(Math.max(0, 1 - (v / 0.82) ** 2.2)) * 0.5
    let u = -half + 0.02 + random() * 0.03
    while (u < half - 0.05) {
      const long = 0.07 + random() * 0.09
      const end = Math.min(u + long, half - 0.02)
      const light = 1 - ((u + half) / (2 * half)) * 0.65
      if (!(Math.abs((u + end) / 2) < 0.15 && v < 0.42) && end - u > 0.03)
        stones += polygon([
          at(u, v + 0.006),
          at(u + 0.008, v + 0.058 * light),
          at(end - 0.006, v + 0.056 * light),
          at(end, v + 0.002),
        ])
      u = end + 0.02
    }
  }
  sheet.add('p', stones)
  sheet.add('k', polygon(on('-0.13,0 -0.12,0.36 0.13,0.37 0.13,0')))
  sheet.add('p', polygon(on('-0.17,0.37 -0.16,0.43 0.17,0.44 0.17,0.38')))
}
