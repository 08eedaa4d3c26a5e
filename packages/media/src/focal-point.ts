import { z } from 'zod'

const part = z.number().min(0).max(1)

/** The place of a picture that every crop must keep: 0–1 from its left and from its top, as it is shown (orientation applied). */
export const focalPoint = z.strictObject({ x: part, y: part })
export type FocalPoint = z.infer<typeof focalPoint>

export const middle: FocalPoint = { x: 0.5, y: 0.5 }

export type Crop = { left: number; top: number; width: number; height: number }

/** The largest crop of `size` (pixels) with the proportion `ratio` (width ÷ height) that is as centred on `focal` as the edges allow. */
export function cropAround(size: { width: number; height: number }, ratio: number, focal: FocalPoint = middle): Crop {
  const width = Math.max(1, Math.min(size.width, Math.round(size.height * ratio)))
  const height = Math.max(1, Math.min(size.height, Math.round(size.width / ratio)))
  return { left: start(size.width, width, focal.x), top: start(size.height, height, focal.y), width, height }
}

function start(whole: number, kept: number, focus: number): number {
  return Math.round(Math.min(Math.max(0, whole * focus - kept / 2), whole - kept))
}
