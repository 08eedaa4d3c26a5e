import { gouge, limb, type Point, polygon, type Random } from '../carving/carving.ts'
import { comb, flow } from '../hand/follow.ts'
import { line } from '../hand/points.ts'
import type { Sheet } from '../hand/sheet.ts'

/** A dovecote on pillars, with its mushroom stones that stop rats. */
export function dovecote(sheet: Sheet, [x, y]: Point, size: number, random: Random) {
  const at = (u: number, v: number): Point => [x + u * size, y - v * size]
  const on = (text: string) => line(text).map(([u, v]) => at(u, v))
  // pillars
  for (const u of [-0.34, 0.28]) {
    sheet.add('k', polygon([at(u - 0.065, 0), at(u - 0.05, 0.62), at(u + 0.11, 0.62), at(u + 0.125, 0)]))
    sheet.add('p', polygon([at(u - 0.035, 0.02), at(u - 0.025, 0.6), at(u + 0.04, 0.6), at(u + 0.04, 0.02)]))
    sheet.add('k', polygon([at(u - 0.12, 0.62), at(u - 0.1, 0.7), at(u + 0.16, 0.7), at(u + 0.18, 0.62)]))
    sheet.add('p', gouge(at(u - 0.08, 0.665), at(u + 0.08, 0.665), size * 0.012))
  }
  sheet.add('k', polygon(on('-0.12,0 -0.1,0.62 -0.04,0.62 -0.04,0')), polygon(on('0.06,0 0.08,0.62 0.12,0.62 0.12,0')))
  // body
  sheet.add('k', polygon(on('-0.52,0.7 -0.52,0.78 -0.49,0.78 -0.48,1.52 0.48,1.52 0.5,0.78 0.53,0.78 0.53,0.7')))
  sheet.add('p', polygon(on('-0.45,0.8 -0.44,1.48 0.17,1.49 0.16,0.8')))
  // timber frame, and the pigeons' door
  sheet.add(
    'k',
    limb(on('-0.45,0.82 -0.14,1.16'), [size * 0.045]),
    limb(on('0.16,0.82 -0.14,1.16'), [size * 0.045]),
    limb(on('-0.46,1.16 0.18,1.16'), [size * 0.05]),
    limb(on('-0.14,0.8 -0.14,1.16'), [size * 0.04]),
  )
  sheet.add('k', polygon(on('-0.29,1.2 -0.28,1.44 0.02,1.44 0.02,1.2')))
  for (const u of [-0.22, -0.13, -0.04])
    sheet.add(
      'p',
      polygon([at(u - 0.025, 1.24), at(u - 0.025, 1.31), at(u, 1.34), at(u + 0.025, 1.31), at(u + 0.025, 1.24)]),
    )
  sheet.add(
    'p',
    comb(on('0.24,1.46 0.44,1.46'), {
      random,
      count: 4,
      width: size * 0.016,
      length: size * 0.5,
      angle: 90,
      light: (share) => 1 - share * 0.5,
    }),
  )
  // roof and lantern
  sheet.add(
    'k',
    polygon(on('-0.64,1.48 -0.2,2 -0.16,1.99 0.17,1.99 0.2,1.98 0.64,1.48')),
    polygon(on('-0.12,1.98 -0.11,2.12 0.12,2.12 0.13,1.98')),
    polygon(on('-0.2,2.1 -0.01,2.34 0,2.48 0.02,2.34 0.2,2.1')),
  )
  sheet.add(
    'p',
    flow(on('-0.16,1.94 -0.54,1.52'), on('0.14,1.95 0.3,1.53'), {
      random,
      lines: 8,
      width: size * 0.014,
      cut: 0.34,
      hole: 0.07,
      light: (across) => 1.25 - across,
    }),
    polygon(on('-0.08,2 -0.08,2.09 -0.02,2.09 -0.02,2')),
    gouge(at(-0.12, 2.13), at(-0.03, 2.29), size * 0.013),
  )
}
