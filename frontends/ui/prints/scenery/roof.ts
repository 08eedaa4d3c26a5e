import { type Outline, type Random, rough } from '../carving/carving.ts'
import { flow } from '../hand/follow.ts'
import type { Sheet } from '../hand/sheet.ts'

/** Round tiles, row by row. */
export function tiledRoof(sheet: Sheet, outline: Outline, lines: number, random: Random, width = 4) {
  const [left = [0, 0], topLeft = left, topRight = left, right = left] = outline
  sheet.add('k', rough([left, topLeft, topRight, right], random, 3, 90))
  sheet.add(
    'p',
    flow(
      [
        [topLeft[0] + 8, topLeft[1] + 9],
        [left[0] + 22, left[1] - 8],
      ],
      [
        [topRight[0] - 6, topRight[1] + 9],
        [right[0] - 20, right[1] - 8],
      ],
      { random, lines, width, cut: 0.26, hole: 0.07, skip: 0.1, light: (across) => 1.2 - across * 0.6 },
    ),
  )
}
