import { gouges, limb, type Point, polygon } from '../carving/carving.ts'
import { type Cut, line, rows } from '../hand/points.ts'
import type { Sheet } from '../hand/sheet.ts'

/** Somebody who comes home from the market, cut out of the shade of an arch. Feet at the point, 120 units high. */
export function passerBy(sheet: Sheet, [x, y]: Point, size = 1) {
  sheet.at(`translate(${x} ${y})scale(${size})`, () => {
    sheet.add('p', polygon(line('-8,-98 10,-100 18,-90 22,-56 30,-18 -26,-16 -16,-54 -18,-88')))
    sheet.add('p', 'M-8-104C-16-112-12-126 2-127 16-126 18-110 10-104z')
    sheet.add('p', limb(line('16,-88 30,-66 38,-52'), [10, 8, 7]))
    sheet.add('p', polygon(line('-14,-16 -2,-16 -4,0 -18,0')), polygon(line('8,-18 20,-18 24,-1 10,0')))
    sheet.add('r', polygon(line('24,-50 58,-52 52,-28 30,-27')))
    sheet.add('p', 'M28-50C30-74 54-74 55-51L51-51C50-68 34-67 32-50z')
    sheet.add('k', gouges(rows<Cut>('-4,-90,-12,-30 6,-88,8,-28 14,-80,20,-30 28,-42,54,-43 30,-35,53,-36'), 2))
    sheet.add('r', 'M-10-108C-18-118-10-132 4-131 20-129 20-118 16-110 8-118-2-118-10-108z')
  })
}
