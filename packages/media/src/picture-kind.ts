/** What a file is, told by its bytes. `svg` is text, cleaned by `cleanSvg`; it never goes through the decoder. */
export type FileKind = PictureKind | 'svg' | 'bmp' | 'jxl'
export const pictureKinds = ['jpeg', 'png', 'webp', 'tiff', 'heic', 'avif', 'gif'] as const
export type PictureKind = (typeof pictureKinds)[number]

export function isPictureKind(kind: FileKind): kind is PictureKind {
  return (pictureKinds as readonly string[]).includes(kind)
}

/** How many bytes of its beginning `kindOf` wants to see: an SVG may open with a long comment. */
export const headBytes = 4_096

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']

/** Tells what a file is from its first bytes, never from its name; `undefined` when it is no picture that we know of. */
export function kindOf(head: Uint8Array): FileKind | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  const ascii = (from: number, to: number) => bytes.toString('latin1', from, to)
  if (ascii(0, 3) === '\xff\xd8\xff') return 'jpeg'
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp'
  if (['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(ascii(0, 4))) return 'tiff'
  if (['GIF87a', 'GIF89a'].includes(ascii(0, 6))) return 'gif'
  if (ascii(4, 8) === 'ftyp') return heifKind(bytes)
  if (ascii(0, 2) === '\xff\x0a' || ascii(4, 12) === 'JXL \r\n\x87\n') return 'jxl'
  if (ascii(0, 2) === 'BM' && bytes.length > 14 && bytes.readUInt32LE(6) === 0) return 'bmp'
  return looksLikeSvg(bytes) ? 'svg' : undefined
}

/** AVIF and HEIC share one container; the brands of its first box tell them apart (ISO/IEC 23008-12, annex B). */
function heifKind(bytes: Buffer): FileKind | undefined {
  const end = Math.min(bytes.readUInt32BE(0), bytes.length)
  const brands: string[] = []
  for (let at = 8; at + 4 <= end; at += 4) if (at !== 12) brands.push(bytes.toString('latin1', at, at + 4))
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'avif'
  return brands.some((brand) => heicBrands.includes(brand)) ? 'heic' : undefined
}

function looksLikeSvg(bytes: Buffer): boolean {
  const text = bytes.toString('utf8').replace(/^\ufeff/, '')
  return /^\s*(?:<\?xml|<!--|<!DOCTYPE\s+svg|<svg)/i.test(text) && /<(?:\w+:)?svg[\s>/]/i.test(text)
}
