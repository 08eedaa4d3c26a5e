import { between, gouge, seededRandom } from '../carving/carving.ts'

const width = 2100
const flatHeight = 148
const tail = 34

/** A flat of ink from edge to edge, whose lower side was carved: bites taken out of it, and splinters left below. */
export function carvedBand(ink: string, seed: string): string {
  const random = seededRandom(`band ${seed}`)
  const edge: string[] = []
  for (let x = width; x > 0; x -= between(random, 60, 180))
    edge.push(`L${Math.round(x)} ${Math.round(flatHeight + random() * 5)}`)
  const cuts = (count: number, top: () => number, thickest: number) =>
    Array.from({ length: count }, () => {
      const [x, y] = [between(random, 0, width - 140), top()]
      return gouge([x, y], [x + between(random, 34, 124), y + between(random, -1, 2)], between(random, 2.5, thickest))
    }).join('')
  const bites = cuts(19, () => flatHeight - 3 - random() * 16, 4.5)
  const splinters = cuts(34, () => flatHeight + 9 + random() * random() * (tail - 10), 6)
  const flat = `M0 0H${width}V${flatHeight}${edge.join('')}L0 ${flatHeight}z`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${flatHeight + tail}" width="${width}" height="${flatHeight + tail}"><path fill="${ink}" fill-rule="evenodd" d="${flat}${bites}"/><path fill="${ink}" d="${splinters}"/></svg>`
}
