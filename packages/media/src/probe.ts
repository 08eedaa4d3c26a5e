import { type FileHandle, open } from 'node:fs/promises'
import sharp from 'sharp'
import { checkDeclared, type Declared, spokenKind } from './declared.ts'
import { heifHeader } from './heif-header.ts'
import { checkPixels, type PictureLimits, pictureLimits } from './limits.ts'
import { headBytes, isPictureKind, kindOf, type PictureKind } from './picture-kind.ts'
import { PictureRefused } from './picture-refused.ts'
import { readAt } from './read-at.ts'
import { wholenessOf } from './wholeness.ts'

/** A picture made of pixels; `width` and `height` as people see it, its orientation applied. */
export type Picture = { kind: PictureKind; bytes: number; width: number; height: number }

/** An SVG has no pixels: it is read as text by `cleanSvg`. */
export type Probed = Picture | { kind: 'svg'; bytes: number }

export type ProbeOptions = { declared?: Declared | undefined; limits?: PictureLimits | undefined }

/**
 * Tells what a file is and how big, by its bytes and never by its name, without decoding it: some reads, a few milliseconds.
 * @throws {PictureRefused} not a picture, disguised, truncated, animated, more bytes or pixels than the limits.
 */
export async function probe(
  path: string,
  { declared = {}, limits = pictureLimits }: ProbeOptions = {},
): Promise<Probed> {
  await using file = await open(path)
  const { size } = await file.stat()
  if (size > limits.bytes)
    throw new PictureRefused(
      'too-heavy',
      `Ce fichier est trop lourd\u00a0: ${Math.floor(limits.bytes / 1_000_000)}\u00a0Mo au plus. Réduisez l’image puis envoyez-la de nouveau.`,
    )
  const kind = kindOf(await readAt(file, 0, headBytes))
  if (kind === undefined)
    throw new PictureRefused(
      'not-a-picture',
      'Ce fichier n’est pas une image que nous savons lire. Envoyez une photo JPEG, PNG, HEIC, TIFF ou WebP.',
    )
  checkDeclared(kind, declared)
  if (kind === 'svg') return { kind, bytes: size }
  if (!isPictureKind(kind))
    throw new PictureRefused(
      'kind-not-supported',
      `Les images ${spokenKind(kind)} ne sont pas acceptées. Enregistrez celle-ci en JPEG ou en PNG puis envoyez-la de nouveau.`,
    )
  const { whole, animated } = await wholenessOf(file, size, kind)
  if (!whole) throw truncated()
  if (animated) throw moves()
  const { width, height } = kind === 'heic' ? await heicSize(file, size) : await sizeOf(path)
  checkPixels({ width, height }, limits)
  return { kind, bytes: size, width, height }
}

export const truncated = (cause?: unknown) =>
  new PictureRefused(
    'truncated',
    'Ce fichier est incomplet, la fin manque. Copiez-le de nouveau depuis l’appareil puis renvoyez-le.',
    { cause },
  )

export const unreadable = (cause?: unknown) =>
  new PictureRefused(
    'unreadable',
    'Cette image est abîmée et ne peut pas être lue. Ouvrez-la dans un logiciel de photo, enregistrez-la en JPEG puis renvoyez-la.',
    { cause },
  )

const moves = () =>
  new PictureRefused(
    'animated',
    'Les images animées ne sont pas acceptées. Envoyez une image fixe, ou une vidéo par son adresse.',
  )

async function heicSize(file: FileHandle, size: number) {
  const header = await heifHeader(file, size)
  if (!header) throw unreadable()
  return header
}

async function sizeOf(path: string) {
  // The limit is ours to tell, with the size in the sentence; sharp would only say that it is exceeded.
  const found = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw unreadable(error)
    })
  // A TIFF of several pages is a scan or carries its own thumbnail: its first page is the picture.
  if ((found.pages ?? 1) > 1 && found.format !== 'tiff') throw moves()
  return found.autoOrient
}
