import { hatch, limb, type Outline, type Point, polygon, seededRandom } from '../carving/carving.ts'
import { pointOn } from '../hand/follow.ts'
import { aveyron, borders, epcis } from './territory.ts'

/** The river grows from the gorges to the plain. */
const riverOf = (least: number, most: number): string => {
  const smooth: Outline = Array.from({ length: 90 }, (_, step): Point => {
    const [a, b, c] = [-0.012, 0, 0.012].map((aside) => pointOn(aveyron, step / 89 + aside))
    return a && b && c ? [(a[0] + b[0] + c[0]) / 3, (a[1] + b[1] + c[1]) / 3] : [0, 0]
  })
  return limb(
    smooth,
    smooth.map((_, step) => least + ((most - least) * step) / 89),
  )
}

/** What the gouge left in each flat: cuts in its own direction. */
const cutsOf = (outline: Outline, angle: number) =>
  hatch(outline, {
    random: seededRandom(`hatch ${angle}`),
    angle,
    gap: 27,
    width: 3.4,
    length: 62,
    hole: 76,
    inset: 26,
    skip: 0.3,
  })

/** Path data of the map, from the ground up. */
export const mapShapes = {
  whole: epcis.map(({ outline }) => polygon(outline)).join(''),
  epcis: epcis.map(({ outline, ...epci }, index) => ({
    ...epci,
    outline: polygon(outline),
    cuts: cutsOf(outline, [-28, 14, 68][index] ?? 0),
  })),
  borders: borders.map((border) => limb(border, [7, 5, 8, 6])).join(''),
  riverBed: riverOf(17, 27),
  river: riverOf(7, 14),
}

/** A town: a square that nobody measured. */
export const townAt = ([x, y]: Point, size = 13): string =>
  polygon([
    [x - size, y - size * 0.86],
    [x + size * 0.86, y - size],
    [x + size, y + size * 0.9],
    [x - size * 0.9, y + size],
  ])
