import { gouges, type Point } from '../carving/carving.ts'
import { type Cut, rows } from '../hand/points.ts'
import type { Sheet } from '../hand/sheet.ts'

/** A pigeon in flight, cut out of the plate. */
export function pigeon(sheet: Sheet, [x, y]: Point, size: number, turn: number) {
  sheet.at(`translate(${x} ${y})rotate(${turn})scale(${size})`, () => {
    sheet.add(
      'p',
      'M-40 2C-30-10-14-12 0-8 6-30 22-48 48-54 36-36 26-20 20-5 34-4 46 2 54 12 40 10 26 14 12 15-6 18-26 14-40 2z',
      'M-4-8C-16-28-18-44-12-60 0-46 10-30 12-10z',
    )
    sheet.add('k', gouges(rows<Cut>('-6,-6,-10,-44 10,-2,36,-42 22,6,46,11'), 2.2), 'M-31-1h4v4h-4z')
  })
}
