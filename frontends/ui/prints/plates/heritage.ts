import { gouges, polygon, rough, seededRandom } from '../carving/carving.ts'
import { comb, flow } from '../hand/follow.ts'
import { type Cut, line, rows } from '../hand/points.ts'
import { createSheet } from '../hand/sheet.ts'
import { tiledRoof } from '../scenery/roof.ts'
import { ripples } from '../scenery/water.ts'

/** A lavoir: a roof on four posts over still water. */
export function heritagePlate(): string {
  const random = seededRandom('lavoir')
  const sheet = createSheet()
  // far wall, seen between the posts
  sheet.add('k', rough(line('96,262 706,262 716,452 86,452'), random, 2, 90))
  sheet.add(
    'p',
    comb(line('130,276 690,272'), {
      random,
      count: 26,
      width: 5,
      length: 74,
      angle: 92,
      light: (share) => 0.35 + Math.abs(share - 0.2),
    }),
  )
  // linen on its line
  sheet.add(
    'p',
    polygon(line('296,300 352,304 348,392 322,386 300,396')),
    polygon(line('362,304 404,307 408,372 384,366 366,378')),
    polygon(line('418,307 476,306 472,402 448,392 424,404')),
  )
  sheet.add(
    'k',
    gouges(rows<Cut>('316,318,312,372 336,316,338,368 384,318,386,356 440,320,436,382 458,318,460,376'), 2),
  )
  sheet.add('k', gouges(rows<Cut>('250,292,540,304'), 3))
  tiledRoof(sheet, line('20,268 156,98 656,90 786,258'), 22, random, 5)
  sheet.add('k', polygon(line('20,262 786,252 778,280 30,288')))
  sheet.add('p', gouges(rows<Cut>('40,276,300,272 330,273,560,269 590,268,760,264'), 2.6))
  // posts and their braces
  for (const [x, width] of rows<readonly [number, number]>('78,40 262,34 512,34 702,42')) {
    sheet.add(
      'k',
      polygon([
        [x, 276],
        [x + width, 276],
        [x + width + 3, 470],
        [x - 4, 470],
      ]),
    )
    sheet.add(
      'p',
      polygon([
        [x + 7, 288],
        [x + width * 0.45, 288],
        [x + width * 0.42, 452],
        [x + 5, 452],
      ]),
    )
  }
  for (const [x0, y0, x1, y1] of rows<Cut>('118,352,180,284 262,352,206,284 546,352,604,284 702,352,646,284'))
    sheet.add(
      'k',
      polygon([
        [x0, y0],
        [x1, y1],
        [x1 + 22 * Math.sign(x1 - x0), y1],
        [x0, y0 + 26],
      ]),
    )
  // basin
  sheet.add('k', rough(line('0,456 800,450 804,604 -4,604'), random, 3, 90))
  sheet.add('p', polygon(line('52,470 748,464 782,502 20,508')))
  sheet.add(
    'k',
    gouges(
      rows<Cut>('150,472,132,504 262,470,250,504 380,470,376,503 500,468,506,502 614,468,632,500 700,467,726,499'),
      2.4,
    ),
  )
  sheet.add('b', rough(line('34,528 768,522 798,604 4,604'), random, 2, 90))
  sheet.add(
    'k',
    flow(line('80,536 80,596'), line('130,536 140,596'), { random, lines: 4, width: 5, cut: 0.3, hole: 0.12 }),
    flow(line('700,532 690,590'), line('752,532 760,590'), { random, lines: 4, width: 5, cut: 0.3, hole: 0.12 }),
  )
  sheet.add('p', ripples(line('150,540 680,536'), line('120,594 720,590'), 6, random, 3.6))
  return sheet.svg([0, 0, 800, 600])
}
