import { between, gouge, jitter, type Point, polygon, seededRandom } from '../carving/carving.ts'

const width = 1600
const height = 64

/**
 * Where a flat begins: its edge as the knife left it, splinters of ink above, and what the gouge took from it below. A mask
 * that repeats sideways, so that its colour is the flat's own.
 */
export function edge(seed: string): string {
  const random = seededRandom(seed)
  const rim: Point[] = [[0, 38]]
  for (let x = between(random, 60, 120); x < width - 60; x += between(random, 70, 190)) {
    rim.push([x, 37 + jitter(random, 4)])
    if (random() < 0.22) rim.push([x + between(random, 8, 16), 37 + jitter(random, 5)])
  }
  const flat = polygon([...rim, [width, 38], [width, height], [0, height]])

  /** Groups of cuts side by side, never across the seam. */
  const strokes = (groups: number, top: number, bottom: number, long: number, wide: number) => {
    let cuts = ''
    for (let group = 0; group < groups; group++) {
      const x = ((group + between(random, 0.1, 0.6)) / groups) * (width - long * 1.6) + 12
      const count = 1 + Math.floor(random() * 3.2)
      for (let index = 0; index < count; index++) {
        const y = between(random, top, bottom)
        const start = x + between(random, -0.3, 0.5) * long
        const reach = long * between(random, 0.35, 1.1)
        const from = Math.max(6, start)
        cuts += gouge(
          [from, y],
          [Math.min(width - 6, from + reach), y + jitter(random, 2)],
          wide * between(random, 0.6, 1.2),
          { belly: between(random, 0.3, 0.6) },
        )
      }
    }
    return cuts
  }
  const splinters = strokes(12, 25, 31, 110, 3.2) + strokes(9, 14, 23, 80, 2.6) + strokes(5, 5, 12, 54, 2)
  const bites = strokes(11, 44, 50, 92, 2.8) + strokes(8, 53, 59, 66, 2.4)
  // Holes turn as the flat does: even-odd tells them apart.
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" preserveAspectRatio="none"><path fill-rule="evenodd" d="${flat}${bites}"/><path d="${splinters}"/></svg>\n`
}
