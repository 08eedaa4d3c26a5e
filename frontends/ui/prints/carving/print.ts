import { shorten } from './shorten.ts'

/** A flat of one ink. `rim` is a line of another ink around it, which keeps a dark shape apart from a dark ground. */
export type Shape = { ink: string; d: string; isApart?: true; rim?: { ink: string; width: number } | undefined }

export type Print = {
  readonly shapes: readonly Shape[]
  /** Prints path data over what is there; nothing when there is no data. */
  ink(ink: string, ...data: readonly string[]): void
  /** Prints them as a path of their own: what would cut a hole into others of its ink when it lies over them. */
  apart(ink: string, data: string): void
  rimmed(ink: string, rim: { ink: string; width: number }, ...data: readonly string[]): void
}

/** Collects what is printed, from the ground to the foreground. Neighbouring flats of one ink become one path. */
export function createPrint(): Print {
  const shapes: Shape[] = []
  return {
    shapes,
    ink(ink, ...data) {
      const d = data.join('')
      const last = shapes.at(-1)
      if (!d) return
      if (last && last.ink === ink && !last.rim && !last.isApart) last.d += d
      else shapes.push({ ink, d })
    },
    apart(ink, d) {
      shapes.push({ ink, d, isApart: true })
    },
    rimmed(ink, rim, ...data) {
      const d = data.join('')
      if (d) shapes.push({ ink, d, rim })
    },
  }
}

/** @param colourOf an ink, as it is written into `fill`: a hex colour, `currentColor`, `var(--…)` */
export function shapesSvg(shapes: readonly Shape[], colourOf: (ink: string) => string): string {
  const rimOf = ({ rim }: Shape) =>
    rim ? ` stroke="${colourOf(rim.ink)}" stroke-width="${rim.width}" stroke-linejoin="bevel" paint-order="stroke"` : ''
  return shapes.map((shape) => `<path fill="${colourOf(shape.ink)}"${rimOf(shape)} d="${shorten(shape.d)}"/>`).join('')
}

export type Box = { left: number; top: number; width: number; height: number }

/** A whole SVG file. Its size is told in pixels too, for those who show it without one. */
export const svgFile = ({ left, top, width, height }: Box, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}">${body}</svg>\n`
