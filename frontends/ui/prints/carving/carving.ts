/**
 * The gouge: every mark of our prints is one of these. They are pure functions of hand-placed points and of a seeded
 * hesitation, and answer with path data in whole units.
 */
export { type ChatterOptions, chatter } from './chatter.ts'
export { type GougeOptions, gouge, gouges, strokes } from './gouge.ts'
export { type HatchOptions, hatch } from './hatch.ts'
export { type OakLeaf, oakLeaf } from './oak-leaf.ts'
export { disc, limb, polygon, ring, rough, roughened, slab } from './outlines.ts'
export {
  along,
  boundsOf,
  edges,
  isInside,
  move,
  type Outline,
  type Point,
  place,
  points,
  turn,
  windingOf,
} from './points.ts'
export { type Box, createPrint, type Print, type Shape, shapesSvg, svgFile } from './print.ts'
export { between, jitter, pick, type Random, seededRandom } from './random.ts'
export { type RaysOptions, rays } from './rays.ts'
export { shorten } from './shorten.ts'
export { windsBack } from './winds-back.ts'
