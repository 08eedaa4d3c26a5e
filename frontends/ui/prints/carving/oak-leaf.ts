import { gouge } from './gouge.ts'
import { numbers, type Point } from './points.ts'
import { jitter, type Random } from './random.ts'

export type OakLeaf = { outline: string; veins: string; stem: string }

/**
 * A leaf of pubescent oak, the tree of the causse. Path data of its outline, and of what is cut into it and beside it.
 * @param base where the stalk meets the blade
 * @param angle degrees clockwise from the right, where the tip points
 */
export function oakLeaf(base: Point, length: number, angle: number, random: Random, lobes = 4): OakLeaf {
  const radians = (angle * Math.PI) / 180
  const cos = Math.cos(radians) * length
  const sin = Math.sin(radians) * length
  /** From the leaf's own measures: along the midrib (0 base, 1 tip), and across it. */
  const at = (u: number, v: number): Point => [base[0] + u * cos - v * sin, base[1] + u * sin + v * cos]
  const breadth = (t: number) => 0.05 + 0.205 * Math.sin(Math.PI * t ** 1.35 * 0.94)
  const side = (sign: 1 | -1) =>
    Array.from({ length: lobes }, (_, index) => {
      const start = 0.1 + (index / lobes) * 0.8
      const end = 0.1 + ((index + 1) / lobes) * 0.8
      const own = 1 + jitter(random, 0.11)
      const wide = sign * breadth(end)
      return {
        out: at(start + 0.01, wide * 1.9 * own),
        back: at(end + 0.07, wide * 2.05 * own),
        notch: at(end - 0.02, wide * 0.5),
      }
    })
  const left = side(-1)
  const right = side(1)
  const xy = (...points: Point[]) => points.map((point) => numbers(...point)).join(' ')
  const lastNotch = right.at(-1)?.notch ?? at(1, 0)
  const outline = [
    `M${xy(at(0, 0))}`,
    ...left.map(({ out, back, notch }) => `C${xy(out, back, notch)}`),
    `Q${xy(at(1.03, -0.1), at(1.05, 0))}Q${xy(at(1.03, 0.1), lastNotch)}`,
    ...right.map(({ out, back }, index) => `C${xy(back, out, right[index - 1]?.notch ?? at(0, 0))}`).reverse(),
    'z',
  ].join('')

  const vein = (from: Point, to: Point, width: number, bend = 0) =>
    gouge(at(...from), at(...to), width * length, { belly: 0.35, bend: bend * length })
  const veins = Array.from({ length: lobes }, (_, index) => {
    const t = 0.1 + (index / lobes) * 0.72
    const reach = breadth(t + 0.2)
    return vein([t, -0.01], [t + 0.16, -reach], 0.014) + vein([t + 0.03, 0.01], [t + 0.19, reach], 0.014)
  })
  return {
    outline,
    veins: vein([-0.02, 0], [0.96, 0], 0.022, 0.012) + veins.join(''),
    stem: gouge(at(-0.16, 0.02), at(0.12, 0), length * 0.02, { belly: 0.3 }),
  }
}
