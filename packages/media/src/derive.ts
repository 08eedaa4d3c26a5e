import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { heicToTiff } from './heic-to-tiff.ts'
import { defaultWidths, ladder, type Rung } from './ladder.ts'
import { type PictureLimits, pictureLimits } from './limits.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { hashOfRaw, type PictureHash } from './picture-hash.ts'
import { PictureRefused } from './picture-refused.ts'
import { type Picture, type ProbeOptions, probe, truncated, unreadable } from './probe.ts'

export const derivativeFormats = ['avif', 'webp', 'jpeg'] as const
export type DerivativeFormat = (typeof derivativeFormats)[number]

export type Derivative = Rung & { name: string; format: DerivativeFormat; bytes: number }

/** What came out of a picture: files in the folder, narrow to wide, and its hash to find near-duplicates. */
export type Derived = { source: Picture; derivatives: Derivative[]; hash: PictureHash }

export type DeriveOptions = ProbeOptions & {
  /** An existing folder; the files are `STEM-WIDTH.avif`, `.webp` and `.jpg`. */
  folder: string
  /** Letters, digits and hyphens. */
  stem?: string | undefined
  /** Pixels. */
  widths?: readonly number[] | undefined
  formats?: readonly DerivativeFormat[] | undefined
  /** 0–3: beyond, AVIF costs seconds for some per cent. */
  avifEffort?: 0 | 1 | 2 | 3 | undefined
}

type Pixels = { data: Buffer; raw: Rung & { channels: 3 | 4 } }

const inTurn = oneAtATime()

/**
 * Makes the light copies of a picture (ED-5): turned as it was taken, in sRGB with that profile, without any other metadata. The
 * file is decoded once, as small as the widest copy needs, and one picture at a time in a process. Hostile files may end the
 * process: in a service, call it through `createPictureWorker`.
 * @throws {PictureRefused} what `probe` refuses, and files found truncated or damaged while decoding. No file is left then.
 */
export function derive(path: string, options: DeriveOptions): Promise<Derived> {
  return inTurn(async () => {
    const made: string[] = []
    try {
      return await deriveNow(path, options, made)
    } catch (error) {
      await Promise.all(made.map((file) => rm(file, { force: true })))
      throw error
    }
  })
}

/** The hash alone, for pictures that came before we kept it. */
export async function hashPicture(path: string, options: DeriveOptions): Promise<PictureHash> {
  const { hash } = await derive(path, { ...options, widths: defaultWidths, formats: [] })
  return hash
}

async function deriveNow(path: string, options: DeriveOptions, made: string[]): Promise<Derived> {
  const {
    folder,
    stem = 'image',
    widths = defaultWidths,
    formats = derivativeFormats,
    limits = pictureLimits,
  } = options
  if (!/^[a-z0-9][a-z0-9-]{0,99}$/i.test(stem)) throw new RangeError(`Not a plain file name: ${stem}`)
  const probed = await probe(path, { declared: options.declared, limits })
  if (probed.kind === 'svg')
    throw new PictureRefused(
      'kind-not-supported',
      'Un dessin SVG garde sa forme à toute taille\u00a0: il n’est pas réduit.',
    )
  const { source, rungs, pixels } = await decoded(path, probed, { folder, stem, limits, widths })
  const derivatives: Derivative[] = []
  for (const rung of rungs)
    for (const format of formats) {
      const name = `${stem}-${rung.width}.${format === 'jpeg' ? 'jpg' : format}`
      const file = join(folder, name)
      made.push(file)
      const { width, height, size } = await encoded(pixels, rung, format, options.avifEffort ?? 3).toFile(file)
      derivatives.push({ name, width, height, format, bytes: size })
    }
  return { source, derivatives, hash: await hashOfRaw(pixels.data, pixels.raw) }
}

type Workplace = { folder: string; stem: string; limits: PictureLimits; widths: readonly number[] }
type Decoded = { source: Picture; rungs: Rung[]; pixels: Pixels }

async function decoded(path: string, source: Picture, { folder, stem, limits, widths }: Workplace): Promise<Decoded> {
  if (source.kind !== 'heic') return read(path, source, source.kind === 'jpeg' ? 'warning' : 'error')
  const tiff = join(folder, `${stem}.decoded.tif`)
  try {
    const size = await heicToTiff(path, tiff, limits)
    return await read(tiff, { ...source, ...size }, 'error')
  } finally {
    await rm(tiff, { force: true })
  }

  async function read(file: string, seen: Picture, failOn: 'warning' | 'error'): Promise<Decoded> {
    const rungs = ladder(seen, widths)
    return { source: seen, rungs, pixels: await pixelsOf(file, rungs.at(-1) ?? seen, limits, failOn) }
  }
}

/**
 * The pixels of the widest copy, in sRGB: every other copy is made of them. In JPEG a hole in the data is but a warning, after which
 * the rest of the picture is grey; in TIFF a warning is an unknown tag of a scanner.
 */
async function pixelsOf(
  path: string,
  { width, height }: Rung,
  limits: PictureLimits,
  failOn: 'warning' | 'error',
): Promise<Pixels> {
  const { data, info } = await sharp(path, { failOn, limitInputPixels: limits.pixels })
    .autoOrient()
    .resize(width, height, { fit: 'fill' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => {
      throw /premature end|truncat|end of (?:file|stream)|not enough/i.test(String(error))
        ? truncated(error)
        : unreadable(error)
    })
  const raw = { width: info.width, height: info.height }
  if (info.channels === 3) return { data, raw: { ...raw, channels: 3 } }
  if (info.channels !== 4) throw unreadable()
  if (!isOpaque(data)) return { data, raw: { ...raw, channels: 4 } }
  const opaque = await sharp(data, { raw: { ...raw, channels: 4 } })
    .removeAlpha()
    .raw()
    .toBuffer()
  return { data: opaque, raw: { ...raw, channels: 3 } }
}

/** Screenshots carry a transparency that they do not use; each copy would pay for it. */
function isOpaque(rgba: Buffer): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return false
  return true
}

function encoded({ data, raw }: Pixels, { width, height }: Rung, format: DerivativeFormat, effort: number) {
  const copy = sharp(data, { raw }).resize(width, height, { fit: 'fill' }).withIccProfile('srgb')
  if (format === 'avif') return copy.avif({ quality: 50, effort })
  if (format === 'webp') return copy.webp({ quality: 78 })
  return copy.flatten({ background: 'white' }).jpeg({ quality: 80, progressive: true })
}
