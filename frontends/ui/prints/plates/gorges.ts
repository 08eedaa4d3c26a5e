import { gouges, limb, polygon, rough, seededRandom } from '../carving/carving.ts'
import { flow } from '../hand/follow.ts'
import { type Cut, line, type Place, rows } from '../hand/points.ts'
import { createSheet, type Sheet } from '../hand/sheet.ts'
import { cliff, scrub } from '../scenery/cliff.ts'
import { ripples } from '../scenery/water.ts'

/** The gorges of the Aveyron, by canoe. */
export function gorgesPlate(): string {
  const random = seededRandom('gorges')
  const sheet = createSheet()
  // the bend, far away
  sheet.add('k', rough(line('180,420 236,330 300,300 352,322 420,286 500,300 560,352 640,420'), random, 3, 40))
  sheet.add('g', rough(line('240,424 300,352 360,356 420,330 490,346 540,384 560,424'), random, 4, 40))
  sheet.add(
    'k',
    flow(line('270,404 420,360 530,404'), line('290,424 420,410 520,424'), {
      random,
      lines: 4,
      width: 4,
      cut: 0.1,
      hole: 0.08,
    }),
  )
  sheet.add('b', rough(line('-6,604 -6,480 240,418 420,412 560,418 806,470 806,604'), random, 2, 90))
  // both walls: the second is the first, turned over
  cliff(sheet, line('566,60 556,150 520,164 526,300 590,316 604,440'), {
    right: 806,
    bottom: 474,
    reach: 200,
    weight: 9,
    random,
  })
  sheet.at('translate(800 0)scale(-1 1)', () =>
    cliff(sheet, line('520,-20 512,84 566,100 552,236 500,250 528,446'), {
      right: 806,
      bottom: 486,
      reach: 230,
      weight: 9,
      random,
    }),
  )
  scrub(sheet, rows<Place>('520,162,20 548,156,13 590,314,18 236,98,22 206,92,14 298,248,19 566,58,16'), random)
  sheet.add(
    'k',
    rough(line('-6,470 200,444 262,434 180,470 60,500 -6,506'), random, 2, 50),
    rough(line('806,462 640,440 586,432 640,456 740,484 806,494'), random, 2, 50),
  )
  sheet.add(
    'k',
    flow(line('300,430 420,424 540,430'), line('250,470 420,466 600,470'), {
      random,
      lines: 4,
      width: 4,
      cut: 0.16,
      hole: 0.1,
      skip: 0.2,
    }),
  )
  sheet.add('p', ripples(line('200,470 420,462 640,476'), line('10,592 400,596 790,590'), 8, random, 4.4))
  canoe(sheet)
  return sheet.svg([0, 0, 800, 600])
}

function canoe(sheet: Sheet) {
  sheet.add('k', 'M196 486C290 520 470 522 592 480 588 528 500 566 388 566 280 566 206 534 196 486z')
  sheet.add('r', 'M216 504C310 530 462 532 572 500 556 532 482 552 388 552 300 552 232 534 216 504z')
  sheet.add('p', gouges(rows<Cut>('250,524,420,538 440,537,540,520'), 3))
  // the paddler, and the paddle
  sheet.add('k', polygon(line('356,522 344,452 352,404 372,384 412,382 434,406 440,456 430,522')))
  sheet.add('k', 'M372 376C352 360 356 326 388 322 420 320 432 352 414 374z')
  sheet.add('y', 'M340 344C352 304 420 300 436 338 406 330 372 332 340 344z')
  sheet.add('o', polygon(line('360,512 352,452 362,412 380,398 408,398 424,414 430,456 424,512')))
  sheet.add('k', limb(line('368,406 330,440 296,426'), [22, 18, 12]))
  sheet.add('k', limb(line('424,410 400,448 352,452'), [22, 18, 12]))
  sheet.add('k', limb(line('470,376 240,508'), [9]))
  sheet.add(
    'k',
    polygon(line('250,488 262,510 214,548 186,546 196,520')),
    polygon(line('458,372 470,392 518,370 524,344 498,344')),
  )
  sheet.add(
    'p',
    polygon(line('246,500 252,510 212,538 200,538')),
    gouges(rows<Cut>('466,378,508,354 380,412,376,500 404,412,410,500'), 2.6),
  )
}
