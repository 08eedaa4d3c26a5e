import { polygon, rough, seededRandom } from '../carving/carving.ts'
import { comb, flow } from '../hand/follow.ts'
import { line } from '../hand/points.ts'
import { type Box, createSheet, type Sheet } from '../hand/sheet.ts'
import { apple, grapes } from '../scenery/fruit.ts'
import { garlic } from '../scenery/garlic.ts'
import { halfMelon, melon } from '../scenery/melon.ts'
import { leaf } from '../scenery/oak.ts'
import { orchard } from '../scenery/orchard.ts'
import { awning, crate } from '../scenery/stall.ts'
import { poplar, wood } from '../scenery/trees.ts'

/** Local products, on their orange plate: a stall in front of the orchards it comes from. Type stands at the left. */
export const produitsHero = (): string => draw([0, 0, 1600, 830])

/** For phones: the stall. */
export const produitsHeroNarrow = (): string => draw([744, 44, 866, 779])

function draw(box: Box): string {
  const random = seededRandom('produits')
  const sheet = createSheet()
  if (box[0] === 0) orchards(sheet)
  // the stall
  // a phone shows the lower part of its drawing
  const low = box[0] > 0
  sheet.add('k', polygon(line(low ? '936,190 952,190 946,640 928,640' : '936,90 952,90 946,640 928,640')))
  awning(sheet, low ? [884, 110, 1622, 222] : [884, -10, 1622, 108], 11, 34, random)
  garlic(sheet, low ? [908, 246] : [1520, 120], low ? 4 : 6, low ? 27 : 34, random)
  sheet.add('k', rough(line('742,652 1610,640 1610,840 742,840'), random, 3, 90))
  sheet.add(
    'p',
    flow(line('760,664 1600,652'), line('760,690 1600,680'), { random, lines: 2, width: 4, cut: 0.13, hole: 0.04 }),
  )
  sheet.add(
    'p',
    comb(line('770,706 1180,700 1600,694'), {
      random,
      count: 44,
      width: 6.4,
      length: 120,
      angle: 91,
      light: (share) => 1.05 - share * 0.6,
    }),
  )

  crate(sheet, [770, 560, 250, 92], random)
  for (const [x, y, ink] of [
    [820, 530, 'r'],
    [888, 524, 'y'],
    [954, 532, 'r'],
    [852, 480, 'r'],
    [924, 478, 'r'],
  ] as const)
    apple(sheet, [x, y], 42, random, ink)
  sheet.add('k', polygon(line('770,562 1020,559 1020,566 770,570')))
  melon(sheet, [1400, 488], 168, random)
  halfMelon(sheet, [1208, 508], 150, random)
  leaf(sheet, [1418, 300], 124, -24, random)
  leaf(sheet, [1394, 306], 96, 204, random)
  grapes(sheet, [1070, 548], 25, [3, 4, 5, 4, 3, 2, 1], random)
  leaf(sheet, [1072, 508], 112, -100, random)
  leaf(sheet, [1066, 512], 92, -168, random)
  return sheet.svg(box)
}

function orchards(sheet: Sheet) {
  const random = seededRandom('orchards')
  sheet.add('k', rough(line('-10,690 180,668 420,640 640,626 860,640 900,840 -10,840'), random, 3, 70))
  wood(sheet, line('180,668 420,642 560,632'), 11, 17, random)
  poplar(sheet, [700, 634], 84, random)
  poplar(sheet, [722, 634], 60, random)
  orchard(sheet, [560, 618], line('-40,742 -30,800 40,840 190,850 330,850 470,850 600,850 730,850'), random)
}
