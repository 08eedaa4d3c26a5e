import sharp, { type Sharp } from 'sharp'

/** 64 bits that stay nearly the same when a picture is resized, recompressed or slightly cropped: 16 hexadecimal digits. */
export type PictureHash = string

const columns = 9
const rows = 8

/** Greys (of 256) below which neighbours count as equal: without it, compression decides the bits of a clear sky. */
const margin = 2

/**
 * Difference hash (dHash, N. Krawetz 2013): is each pixel of a 9 × 8 grey image clearly darker than its right neighbour?
 * Takes a pipeline whose picture is already turned the right way.
 */
export async function hashOf(picture: Sharp): Promise<PictureHash> {
  const grey = await picture
    .flatten({ background: 'white' })
    .resize(columns, rows, { fit: 'fill', fastShrinkOnLoad: false })
    .greyscale()
    .raw()
    .toBuffer()
  let bits = 0n
  for (let row = 0; row < rows; row++)
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column
      bits = (bits << 1n) | ((grey[at] ?? 0) + margin < (grey[at + 1] ?? 0) ? 1n : 0n)
    }
  return bits.toString(16).padStart(16, '0')
}

/** The hash of pixels in memory. */
export const hashOfRaw = (pixels: Buffer, raw: { width: number; height: number; channels: 3 | 4 }) =>
  hashOf(sharp(pixels, { raw }))

/** How many of the 64 bits differ: 0 the same, about 32 for two pictures that have nothing in common. */
export function hammingDistance(one: PictureHash, other: PictureHash): number {
  let different = BigInt(`0x${one}`) ^ BigInt(`0x${other}`)
  let count = 0
  for (; different > 0n; different >>= 1n) count += Number(different & 1n)
  return count
}

/** Bits that may differ between two copies of one picture. */
export const nearDistance = 10

/**
 * Tells whether two pictures are so alike that a person should look at both. A plain surface says nothing (all its bits are
 * equal), so it is near to none.
 */
export function areNear(one: PictureHash, other: PictureHash): boolean {
  return !isPlain(one) && !isPlain(other) && hammingDistance(one, other) <= nearDistance
}

const isPlain = (hash: PictureHash) => /^(?:0+|f+)$/.test(hash)
