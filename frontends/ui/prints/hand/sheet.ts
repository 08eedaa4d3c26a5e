import type { OakLeaf } from '../carving/carving.ts'
import { type Ink, inkStyle, rim } from './ink.ts'

/** The part of the sheet that a file shows. */
export type Box = readonly [x: number, y: number, width: number, height: number]

/** A drawing in the making: flats and cuts are printed one over the other, in order. */
export function createSheet() {
  const flats: { ink: Ink; d: string }[] = []
  const marks: string[] = []
  const pull = () => {
    for (const { ink, d } of flats) marks.push(`<path class="${ink}" d="${d}"/>`)
    flats.length = 0
  }
  return {
    /** Prints path data in one ink, as one path: shapes of one call that overlap must turn the same way, or leave a hole. */
    add(ink: Ink, ...data: readonly string[]) {
      const d = data.join('')
      if (d) flats.push({ ink, d })
    },
    /** A leaf, with a rim of key ink that keeps it apart from what is behind. */
    leaf({ outline, veins, stem }: OakLeaf) {
      pull()
      marks.push(`<path class="g" stroke="${rim}" stroke-width="7" paint-order="stroke" d="${outline}"/>`)
      this.add('k', stem)
      this.add('p', veins)
    },
    /** What `draw` prints stands elsewhere, larger or smaller: `transform` as SVG writes it. */
    at(transform: string, draw: () => void) {
      pull()
      marks.push(`<g transform="${transform}">`)
      draw()
      pull()
      marks.push('</g>')
    },
    /** The file; `outline` is where the plate is cut off. */
    svg(box: Box, outline?: string): string {
      pull()
      const drawn = marks.join('')
      const body = outline
        ? `<clipPath id="cut"><path d="${outline}"/></clipPath><g clip-path="url(#cut)">${drawn}</g>`
        : drawn
      const [, , width, height] = box
      return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(' ')}" width="${width}" height="${height}">${inkStyle(body)}${body}</svg>\n`
    },
  }
}

export type Sheet = ReturnType<typeof createSheet>
