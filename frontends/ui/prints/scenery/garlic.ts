import { disc, gouges, limb, type Point, type Random } from '../carving/carving.ts'
import type { Sheet } from '../hand/sheet.ts'

/** A plait of garlic, hanging. */
export function garlic(sheet: Sheet, [x, y]: Point, heads: number, size: number, random: Random) {
  sheet.add(
    'k',
    limb(
      [
        [x, y],
        [x + 4, y + heads * size * 0.9],
      ],
      [size * 0.3],
    ),
  )
  for (let index = 0; index < heads; index++) {
    const side = index % 2 ? 1 : -1
    const at: Point = [x + side * size * 0.52, y + size * (0.8 + index * 0.78)]
    sheet.add('k', disc(at, size * 0.78, random, 2, 12))
    sheet.add(
      'k',
      limb(
        [
          [at[0], at[1] - size * 0.5],
          [x, at[1] - size * 1.1],
        ],
        [size * 0.36, size * 0.2],
      ),
    )
    sheet.add('p', disc(at, size * 0.63, random, 2, 12))
    sheet.add(
      'k',
      gouges(
        [
          [at[0] - size * 0.05, at[1] - size * 0.55, at[0] - size * 0.25, at[1] + size * 0.5],
          [at[0] + size * 0.08, at[1] - size * 0.5, at[0] + size * 0.3, at[1] + size * 0.44],
        ],
        size * 0.05,
      ),
    )
  }
}
