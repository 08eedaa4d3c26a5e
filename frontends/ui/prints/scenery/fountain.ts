import { gouge, type Point, polygon, type Random } from '../carving/carving.ts'
import { comb } from '../hand/follow.ts'
import { line } from '../hand/points.ts'
import type { Sheet } from '../hand/sheet.ts'

/** A village fountain: an eight-sided basin, a pillar and two jets of water. */
export function fountain(sheet: Sheet, [x, y]: Point, size: number, random: Random) {
  const at = (u: number, v: number): Point => [x + u * size, y - v * size]
  const on = (text: string) => line(text).map(([u, v]) => at(u, v))
  sheet.add('k', polygon(on('-0.62,0.02 -0.6,0.34 -0.34,0.46 0.34,0.46 0.6,0.34 0.62,0.02 0.36,-0.1 -0.36,-0.1')))
  sheet.add('p', polygon(on('-0.56,0.33 -0.32,0.43 0.32,0.43 0.56,0.33 0.34,0.21 -0.34,0.21')))
  sheet.add('b', polygon(on('-0.44,0.33 -0.28,0.39 0.28,0.39 0.44,0.33 0.28,0.26 -0.28,0.26')))
  sheet.add(
    'p',
    polygon(on('-0.56,0.27 -0.57,0.06 -0.37,-0.03 -0.36,0.16')),
    polygon(on('-0.32,0.16 -0.33,-0.04 0.12,-0.04 0.12,0.16')),
  )
  sheet.add(
    'p',
    comb(on('0.16,0.16 0.32,0.16'), { random, count: 4, width: size * 0.02, length: size * 0.19, angle: 90 }),
  )
  sheet.add('k', polygon(on('-0.13,0.3 -0.1,0.92 -0.16,0.98 -0.14,1.06 0,1.22 0.14,1.06 0.16,0.98 0.1,0.92 0.13,0.3')))
  sheet.add(
    'p',
    polygon(on('-0.08,0.34 -0.06,0.9 0.02,0.9 0.02,0.34')),
    gouge(at(-0.09, 1.05), at(0, 1.15), size * 0.02),
  )
  const jet = (side: number) =>
    `M${at(side * 0.08, 0.74)
      .map(Math.round)
      .join(' ')}Q${at(side * 0.36, 0.8)
      .map(Math.round)
      .join(' ')} ${at(side * 0.31, 0.33)
      .map(Math.round)
      .join(' ')}L${at(side * 0.25, 0.33)
      .map(Math.round)
      .join(' ')}Q${at(side * 0.28, 0.68)
      .map(Math.round)
      .join(' ')} ${at(side * 0.08, 0.68)
      .map(Math.round)
      .join(' ')}z`
  sheet.add('p', jet(-1))
  sheet.add('p', jet(1))
}
