import { gouges, polygon, type Random, rough } from '../carving/carving.ts'
import type { Sheet } from '../hand/sheet.ts'

/** A crate: slats of poplar wood. */
export function crate(sheet: Sheet, [x, y, width, height]: readonly [number, number, number, number], random: Random) {
  sheet.add(
    'k',
    rough(
      [
        [x, y],
        [x + width, y - 3],
        [x + width - 6, y + height],
        [x + 6, y + height],
      ],
      random,
      2,
      80,
    ),
  )
  const slat = height / 3
  for (let index = 0; index < 3; index++) {
    const top = y + 5 + index * slat
    sheet.add(
      'p',
      polygon([
        [x + 12, top],
        [x + width - 10, top - 2],
        [x + width - 12, top + slat - 10],
        [x + 13, top + slat - 9],
      ]),
    )
    sheet.add(
      'k',
      gouges(
        [
          [x + 40 + random() * 40, top + slat * 0.34, x + width * 0.5, top + slat * 0.36],
          [x + width * 0.6, top + slat * 0.3, x + width - 30, top + slat * 0.28],
        ],
        1.6,
      ),
      polygon([
        [x + width * 0.47, top - 2],
        [x + width * 0.53, top - 2],
        [x + width * 0.53, top + slat - 6],
        [x + width * 0.47, top + slat - 6],
      ]),
    )
  }
}

/** The striped awning of a stall. */
export function awning(
  sheet: Sheet,
  [left, top, right, bottom]: readonly [number, number, number, number],
  stripes: number,
  lean: number,
  random: Random,
) {
  const width = (right - left) / stripes
  const scallop = (index: number) => {
    const x = left + index * width
    return `M${Math.round(x + lean)} ${top}L${Math.round(x)} ${bottom}q${Math.round(width / 2)} ${Math.round(width * 0.62)} ${Math.round(width)} ${Math.round((random() - 0.5) * 3)}L${Math.round(x + width + lean)} ${top}z`
  }
  const both = (parity: number) =>
    Array.from({ length: stripes }, (_, index) => (index % 2 === parity ? scallop(index) : '')).join('')
  sheet.add('k', both(0))
  sheet.add('p', both(1))
  sheet.add(
    'k',
    gouges(
      Array.from(
        { length: Math.floor(stripes / 2) },
        (_, index) =>
          [
            left + (index * 2 + 1.75) * width,
            bottom + width * 0.1,
            left + (index * 2 + 1.78) * width + lean * 0.7,
            top + (bottom - top) * 0.3,
          ] as const,
      ),
      2.6,
    ),
  )
  sheet.add(
    'p',
    gouges(
      Array.from(
        { length: Math.ceil(stripes / 2) },
        (_, index) =>
          [
            left + (index * 2 + 0.3) * width,
            bottom - 6,
            left + (index * 2 + 0.3) * width + lean * 0.6,
            top + (bottom - top) * 0.4,
          ] as const,
      ),
      2.6,
    ),
  )
}
