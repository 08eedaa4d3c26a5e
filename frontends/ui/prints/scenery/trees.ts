import { disc, gouge, type Outline, type Point, polygon, type Random } from '../carving/carving.ts'
import { pointOn } from '../hand/follow.ts'
import type { Sheet } from '../hand/sheet.ts'

/** Round crowns of oaks along a line, in small groups. */
export function wood(sheet: Sheet, line: Outline, count: number, radius: number, random: Random) {
  let crowns = ''
  let light = ''
  for (let index = 0; index < count; index++) {
    const [x, y] = pointOn(line, (index + 0.2 + random() * 0.6) / count)
    const size = radius * (0.6 + random() * 0.65)
    crowns += disc([x, y - size * 0.55], size, random, size * 0.16, 9, 0.94)
    light += gouge([x - size * 0.5, y - size * 0.3], [x + size * 0.1, y - size * 1.3], size * 0.17, {
      belly: 0.6,
      bend: -size / 4,
    })
    if (size > radius * 0.8)
      light += gouge([x, y - size * 0.2], [x + size * 0.5, y - size], size * 0.11, { belly: 0.6, bend: -size / 5 })
  }
  sheet.add('k', crowns)
  sheet.add('p', light)
}

/** A poplar: one flame of ink, combed by the light from the right. */
export function poplar(sheet: Sheet, [x, y]: Point, height: number, random: Random) {
  const half = height * 0.11
  sheet.add(
    'k',
    polygon([
      [x - 3, y],
      [x - half * 0.9, y - height * 0.2],
      [x - half, y - height * 0.45],
      [x - half * 0.5, y - height * 0.8],
      [x + 2, y - height],
      [x + half * 0.6, y - height * 0.76],
      [x + half, y - height * 0.42],
      [x + half * 0.8, y - height * 0.18],
      [x + 4, y],
    ]),
  )
  for (let index = 0; index < 4; index++) {
    const low = y - height * (0.16 + index * 0.18)
    sheet.add(
      'p',
      gouge([x - half * 0.1 + random() * 3, low], [x + half * 0.5, low - height * 0.16], 2.6, { belly: 0.6 }),
    )
  }
}
