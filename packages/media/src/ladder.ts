/** Widths of the derivatives in pixels: a phone's half column to a wide screen's full page. */
export const defaultWidths: readonly number[] = [320, 640, 960, 1440, 2048]

/** WebP ends at 16 383 pixels, and a scan of a long scroll must not fill the memory. */
const maxHeight = 8_192

export type Rung = { width: number; height: number }

/**
 * The sizes to make of a picture, narrow to wide: never enlarged, and with its own width at the top when it falls short of the
 * widest by enough to be seen (a tenth). Pictures of extreme height get narrower rungs, so that there is always one.
 */
export function ladder(size: Rung, widths: readonly number[] = defaultWidths): Rung[] {
  const tallest = Math.min(size.width, Math.max(1, Math.floor((maxHeight * size.width) / size.height)))
  const kept = [...new Set(widths)].filter((width) => width <= tallest).sort((a, b) => a - b)
  const widest = kept.at(-1) ?? 0
  if (tallest >= widest * 1.1 && tallest < Math.max(...widths)) kept.push(tallest)
  return kept.map((width) => ({
    width,
    height: Math.min(maxHeight, Math.max(1, Math.round((width * size.height) / size.width))),
  }))
}
