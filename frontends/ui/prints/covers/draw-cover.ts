import { type Shape, seededRandom, shapesSvg, shorten, svgFile } from '../carving/carving.ts'
import { coverColours, type Ink } from './inks.ts'
import { motifs } from './motifs/motifs.ts'
import { createScene, moonlight, sheet, variationOf } from './scene.ts'

export type DrawOptions = {
  /** Of the sheet, width by height, from 1 to 3. */
  ratio?: number
}

const colourOf = (ink: string) => coverColours[ink as Ink]

/**
 * A cover as an SVG file: 600 units high, inks as hex colours, without styles, scripts or anything from elsewhere.
 * Nothing when there is no such motif.
 */
export function drawCover(
  { motif: name, seed }: { motif: string; seed: string },
  { ratio = 4 / 3 }: DrawOptions = {},
): string | undefined {
  const motif = motifs.get(name)
  if (!motif) return undefined
  const variation = variationOf(name, seed, motif)
  const scene = createScene(variation, seededRandom(`${name} ${seed}`), ratio)
  motif.draw(scene)
  const body = variation.hour === 'night' ? moonlit(scene.shapes) : shapesSvg(scene.shapes, colourOf)
  const box = { left: scene.left, top: 0, width: scene.right - scene.left, height: sheet.height }
  return svgFile(box, variation.isMirrored ? `<g transform="matrix(-1 0 0 1 ${sheet.width} 0)">${body}</g>` : body)
}

/** One line of light around all blocks together, under them: between two blocks there is none, as by day. */
function moonlit(shapes: readonly Shape[]): string {
  const first = shapes.findIndex(isBlock)
  const blocks = shapes.flatMap((shape, index) => (isBlock(shape) ? [`<use href="#${nameOf(index)}"/>`] : []))
  const light = `<g stroke="${colourOf(moonlight.ink)}" stroke-width="${moonlight.width}" stroke-linejoin="bevel">${blocks.join('')}</g>`
  return shapes
    .map((shape, index) =>
      isBlock(shape)
        ? `${index === first ? light : ''}<path id="${nameOf(index)}" fill="${colourOf(shape.ink)}" d="${shorten(shape.d)}"/>`
        : shapesSvg([shape], colourOf),
    )
    .join('')
}

const isBlock = ({ ink, rim }: Shape) => ink === 'key' && rim !== undefined
const nameOf = (index: number) => `b${index}`
