import { polygon, seededRandom } from '../carving/carving.ts'
import { comb } from '../hand/follow.ts'
import { line } from '../hand/points.ts'
import { createSheet } from '../hand/sheet.ts'
import { apple, grapes } from '../scenery/fruit.ts'
import { halfMelon, melon } from '../scenery/melon.ts'
import { leaf } from '../scenery/oak.ts'

/** The melon of the Quercy, cut; an apple, and chasselas. */
export function produitsPlate(): string {
  const random = seededRandom('melon')
  const sheet = createSheet()
  sheet.add('k', polygon(line('-6,540 806,528 806,606 -6,606')))
  sheet.add(
    'p',
    comb(line('10,552 790,542'), {
      random,
      count: 40,
      width: 5,
      length: 40,
      angle: 92,
      light: (share) => 1 - Math.abs(share - 0.4),
    }),
  )
  melon(sheet, [286, 318], 224, random)
  leaf(sheet, [302, 66], 170, -12, random)
  leaf(sheet, [272, 74], 120, 190, random)
  halfMelon(sheet, [530, 366], 186, random)
  grapes(sheet, [180, 448], 26, [4, 5, 4, 2], random)
  leaf(sheet, [196, 414], 110, -150, random)
  apple(sheet, [716, 488], 64, random)
  return sheet.svg([0, 0, 800, 600])
}
