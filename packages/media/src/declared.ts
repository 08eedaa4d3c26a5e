import type { FileKind } from './picture-kind.ts'
import { PictureRefused } from './picture-refused.ts'

/** What the sender says of a file: both may be missing, neither is believed. */
export type Declared = { name?: string | undefined; type?: string | undefined }

const spoken: Record<FileKind, string> = {
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  tiff: 'TIFF',
  heic: 'HEIC',
  avif: 'AVIF',
  gif: 'GIF',
  svg: 'SVG',
  bmp: 'BMP',
  jxl: 'JPEG XL',
}

/** The first is the one that we propose. */
const extensions: Record<FileKind, readonly string[]> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
  webp: ['webp'],
  tiff: ['tif', 'tiff'],
  heic: ['heic', 'heif', 'hif'],
  avif: ['avif'],
  gif: ['gif'],
  svg: ['svg'],
  bmp: ['bmp'],
  jxl: ['jxl'],
}

const types: Record<FileKind, readonly string[]> = {
  jpeg: ['image/jpeg', 'image/jpg', 'image/pjpeg'],
  png: ['image/png', 'image/x-png', 'image/apng'],
  webp: ['image/webp'],
  tiff: ['image/tiff', 'image/tif'],
  heic: ['image/heic', 'image/heif'],
  avif: ['image/avif', 'image/heif'],
  gif: ['image/gif'],
  svg: ['image/svg+xml'],
  bmp: ['image/bmp', 'image/x-ms-bmp'],
  jxl: ['image/jxl'],
}

/** Browsers send these when they do not know: they claim nothing. */
const claimsNothing = ['', 'application/octet-stream', 'binary/octet-stream']

/** The name that people know a format by: `JPEG`, `HEIC`. */
export const spokenKind = (kind: FileKind) => spoken[kind]

/** Refuses a file whose name or type says another thing than its bytes: such files are made to deceive, or to be mended. */
export function checkDeclared(kind: FileKind, { name, type }: Declared): void {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name?.trim() ?? '')?.[1]?.toLowerCase()
  if (extension !== undefined && !extensions[kind].includes(extension))
    throw new PictureRefused(
      'disguised',
      `Le nom de ce fichier finit par «\u00a0.${extension}\u00a0», mais il contient une image ${spoken[kind]}. Renommez-le en «\u00a0.${extensions[kind][0]}\u00a0» puis envoyez-le de nouveau.`,
    )
  const claimed = (type ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (!claimsNothing.includes(claimed) && !types[kind].includes(claimed))
    throw new PictureRefused(
      'disguised',
      `Ce fichier est annoncé comme un autre format, mais il contient une image ${spoken[kind]}. Enregistrez-le de nouveau au format ${spoken[kind]} ou JPEG puis renvoyez-le.`,
    )
}
