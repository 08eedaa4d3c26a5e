import { frenchNumber } from '@pmq/french'
import { PictureRefused } from './picture-refused.ts'

/** What a picture may weigh and measure at most. */
export type PictureLimits = {
  /** Bytes of the file. */
  bytes: number
  /** Width × height, of one frame. */
  pixels: number
}

/** ED-5 asks for camera files up to 60 MB; 100 Mpx is above every camera of today, and decodes within the child's memory. */
export const pictureLimits: PictureLimits = { bytes: 60_000_000, pixels: 100_000_000 }

/** Refuses what would cost too much to decode; to be called before anything is decoded. */
export function checkPixels({ width, height }: { width: number; height: number }, limits: PictureLimits): void {
  if (width * height <= limits.pixels) return
  throw new PictureRefused(
    'too-many-pixels',
    `Cette image mesure ${frenchNumber(width)} × ${frenchNumber(height)} pixels, c’est trop\u00a0: ${frenchNumber(Math.floor(limits.pixels / 1_000_000))} millions de pixels au plus. Réduisez-la puis envoyez-la de nouveau.`,
  )
}
