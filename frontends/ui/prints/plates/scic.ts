import { disc, gouges, polygon, rays, rough, seededRandom } from '../carving/carving.ts'
import { comb, flow } from '../hand/follow.ts'
import { type Cut, line, rows } from '../hand/points.ts'
import { createSheet } from '../hand/sheet.ts'
import { panels } from '../scenery/solar.ts'
import { poplar } from '../scenery/trees.ts'

/** A barn under the sun, with a roof that works. */
export function scicPlate(): string {
  const random = seededRandom('grange')
  const sheet = createSheet()
  sheet.add('k', rays([560, 214], 150, 316, { random, count: 34, width: 10, short: 0.6 }))
  sheet.add('p', disc([560, 214], 132, random, 2, 34))
  poplar(sheet, [742, 470], 230, random)
  poplar(sheet, [704, 470], 150, random)
  // barn: gable on the left, long roof on the right
  sheet.add('k', rough(line('30,420 150,268 270,420 270,604 30,604'), random, 2, 90))
  sheet.add('p', polygon(line('48,428 150,296 250,428 250,604 48,604')))
  sheet.add('k', 'M112 604V494C112 452 190 452 190 494V604z', 'M134 400V366C134 348 168 348 168 366V400z')
  sheet.add(
    'k',
    gouges(
      rows<Cut>(
        '60,452,98,450 206,460,244,458 58,500,96,498 206,520,246,516 60,560,100,556 208,572,244,568 104,420,124,418 180,424,214,421 96,380,120,378 178,376,206,374',
      ),
      2,
    ),
  )
  sheet.add('k', rough(line('262,430 258,604 690,604 684,452'), random, 2, 90))
  sheet.add(
    'p',
    comb(line('290,466 668,472'), {
      random,
      count: 30,
      width: 5.5,
      length: 110,
      angle: 90,
      light: (share) => 1.1 - share * 0.75,
    }),
  )
  sheet.add('k', rough(line('140,252 566,252 716,436 718,458 276,452 262,430'), random, 2, 110))
  sheet.add(
    'p',
    flow(line('160,262 282,440'), line('200,264 330,440'), { random, lines: 3, width: 3.4, cut: 0.14, hole: 0.05 }),
    flow(line('540,266 676,440'), line('558,262 700,440'), { random, lines: 2, width: 3.4, cut: 0.14, hole: 0.05 }),
  )
  panels(sheet, line('202,268 540,266 672,438 326,440'), 4, 2)
  sheet.add(
    'k',
    polygon(line('28,424 150,262 144,246 8,428')),
    polygon(line('150,262 262,432 286,452 276,426 156,246')),
  )
  sheet.add('p', gouges(rows<Cut>('26,420,140,266 162,266,268,424 300,448,700,450'), 2.4))
  sheet.add('k', rough(line('-6,582 300,590 806,576 806,606 -6,606'), random, 2, 60))
  sheet.add('p', comb(line('20,598 780,594'), { random, count: 34, width: 3.4, length: 14, angle: -80, fan: 30 }))
  return sheet.svg([0, 0, 800, 600])
}
