import { disc, gouges, polygon, rays, rough, seededRandom } from '../carving/carving.ts'
import { flow } from '../hand/follow.ts'
import { type Cut, line, rows } from '../hand/points.ts'
import { type Box, createSheet, type Sheet } from '../hand/sheet.ts'
import { houses } from '../scenery/houses.ts'
import { panelBearers, panels, tiles } from '../scenery/solar.ts'
import { poplar, wood } from '../scenery/trees.ts'

/** Citizens' energy, on its yellow plate: neighbours carry a panel along a ridge, against the sun. Type stands at the left. */
export const scicHero = (): string => draw([0, 0, 1600, 830])

/** For phones: the ridge and its sun. */
export const scicHeroNarrow = (): string => draw([760, 90, 800, 720])

function draw(box: Box): string {
  const random = seededRandom('scic')
  const sheet = createSheet()
  const wide = box[0] === 0
  const ray = { random, width: 13, short: 0.66 }
  sheet.add(
    'k',
    // short on the left, where type stands
    rays([1130, 330], 258, wide ? 328 : 460, {
      ...ray,
      count: 8,
      from: Math.PI * 0.94,
      to: Math.PI * 1.24,
      width: 9,
      short: 0.8,
    }),
    rays([1130, 330], 262, 520, { ...ray, count: 20, from: Math.PI * 1.25, to: Math.PI * 2.07 }),
  )
  sheet.add('p', disc([1130, 330], 236, random, 3, 40))

  if (wide) country(sheet)

  // the great roof
  sheet.add('k', rough(line('470,850 786,520 806,512 1616,440 1616,850'), random, 3, 120))
  sheet.add(
    'p',
    flow(line('798,530 530,830'), line('850,526 640,840'), {
      random,
      lines: 5,
      width: 4,
      cut: 0.16,
      hole: 0.05,
      skip: 0.05,
    }),
  )
  sheet.add('p', tiles(line('836,536 1606,470 1700,520 830,592'), 20, random, 3))
  panels(sheet, line('846,574 1560,512 1860,850 742,850'), 6, 2, ['0,0'])
  sheet.add(
    'p',
    flow(line('800,518 1200,484 1606,449'), line('800,524 1200,490 1606,455'), {
      random,
      lines: 1,
      width: 3,
      cut: 0.05,
      hole: 0.02,
    }),
  )
  // chimney, and its shadow
  sheet.add('k', polygon(line('1440,490 1436,366 1426,364 1426,344 1528,338 1528,358 1520,360 1524,500')))
  sheet.add('p', polygon(line('1450,480 1446,372 1484,370 1486,478')))
  sheet.add(
    'k',
    gouges(
      rows<Cut>(
        '1446,396,1484,394 1448,420,1486,418 1448,444,1486,442 1466,372,1467,394 1460,396,1461,418 1472,420,1472,442',
      ),
      2,
    ),
  )

  panelBearers(sheet, 'translate(1110 496)rotate(-5)scale(1.16)')
  return sheet.svg(box)
}

/** Behind the roof, on the left. */
function country(sheet: Sheet) {
  const random = seededRandom('country')
  sheet.add('k', rough(line('-10,700 160,676 340,690 520,660 700,640 900,660 900,840 -10,840'), random, 3, 60))
  sheet.add(
    'p',
    flow(line('0,712 160,690 340,704 520,674 700,656'), line('0,760 160,744 340,744 520,730 700,720'), {
      random,
      lines: 4,
      width: 3.2,
      cut: 0.1,
      hole: 0.06,
      skip: 0.15,
    }),
  )
  wood(sheet, line('20,698 160,682 300,692'), 7, 20, random)
  houses(
    sheet,
    rows('352,700,56,44,20 420,692,50,52,20 480,694,60,44,20 388,724,62,46,22 462,728,58,46,20'),
    random,
    'k',
  )
  poplar(sheet, [322, 694], 92, random)
  poplar(sheet, [566, 664], 82, random)
  poplar(sheet, [592, 662], 60, random)
}
