import { disc, gouge, type Outline, polygon, type Random, rays } from '../carving/carving.ts'
import type { Sheet } from '../hand/sheet.ts'

/**
 * A limestone cliff: beds of blocks, each block lit from its left. `rim` goes down the left side, two points a bed; `reach` is
 * how far the light goes into the rock.
 */
export function cliff(
  sheet: Sheet,
  rim: Outline,
  {
    right,
    bottom,
    reach,
    weight = 8,
    random,
  }: { right: number; bottom: number; reach: number; weight?: number; random: Random },
) {
  const top = rim[0] ?? [0, 0]
  const last = rim.at(-1) ?? top
  sheet.add('k', polygon([...rim, [last[0] - 6, bottom], [right, bottom], [right, top[1] - 60]]))
  let cuts = ''
  for (let bed = 0; bed + 1 < rim.length; bed += 2) {
    const from = rim[bed] ?? top
    const to = rim[bed + 1] ?? from
    const height = to[1] - from[1]
    const slope = (random() - 0.2) * -0.1
    for (let x = 6; x < reach && from[0] + x < right; ) {
      const wide = (0.3 + random() * 0.9) * weight * 7
      const fade = 1 - (x / reach) ** 1.4
      const step = (random() - 0.3) * height * 0.16
      const count = Math.max(2, Math.round(wide / (weight * 2.2)))
      for (let index = 0; index < count; index++) {
        const light = fade * (1 - (index / count) * 0.75)
        if (light < 0.12) continue
        const at = from[0] + x + (index * wide) / count + (index && random() * 4)
        const high = from[1] + 9 + slope * x + step + index * 2
        const long = Math.min(height * (0.55 + 0.4 * random()) * (0.45 + light * 0.55), to[1] - 4 - high)
        if (long > 14)
          cuts += gouge(
            [at, high],
            [at - 3 + random() * 4 - long * 0.07, high + long],
            weight * (0.35 + light * 0.75),
            { belly: 0.2 + random() * 0.2 },
          )
      }
      if (random() < 0.5 && fade > 0.3)
        cuts += gouge(
          [from[0] + x - 6, from[1] + slope * x + step],
          [from[0] + x + wide * 0.9, from[1] + slope * (x + wide) + step - 5],
          2.4,
          { belly: 0.25 },
        )
      x += wide + weight * 1.6
    }
  }
  sheet.add('p', cuts)
}

/** Bushes on ledges. */
export function scrub(sheet: Sheet, places: readonly (readonly [number, number, number])[], random: Random) {
  for (const [x, y, size] of places) {
    sheet.add('g', disc([x, y], size, random, size * 0.2, 9))
    sheet.add(
      'k',
      rays([x, y + size * 0.4], size * 0.2, size * 1.05, {
        random,
        count: 5,
        width: 2,
        from: Math.PI * 1.1,
        to: Math.PI * 1.9,
      }),
    )
  }
}
