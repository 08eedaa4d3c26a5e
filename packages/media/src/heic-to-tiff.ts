import { open, readFile } from 'node:fs/promises'
import decode from 'heic-decode'
import { heifHeader } from './heif-header.ts'
import type { Rung } from './ladder.ts'
import { checkPixels, type PictureLimits } from './limits.ts'
import { unreadable } from './probe.ts'
import { tiffHeader } from './tiff-header.ts'

/**
 * Writes the main picture of a HEIC file as a plain TIFF, with its colour profile, for sharp to read like any other: sharp's own
 * binaries read AVIF, not HEIC. libheif turns the picture as its file says. Takes about four bytes a pixel twice, for as long as
 * it lasts, and WebAssembly never gives memory back: only for a process that ends. Answers the true size, which a header may not tell.
 * @throws {PictureRefused} `unreadable`, or `too-many-pixels` when the pixels are more than the header told.
 */
export async function heicToTiff(path: string, tiff: string, limits: PictureLimits): Promise<Rung> {
  const profile = await profileOf(path)
  const found = await decode.all({ buffer: await readFile(path) }).catch((error: unknown) => {
    throw unreadable(error)
  })
  try {
    const [picture] = found
    if (!picture) throw unreadable()
    checkPixels(picture, limits)
    const { width, height, data } = await picture.decode().catch((error: unknown) => {
      throw unreadable(error)
    })
    await using out = await open(tiff, 'wx')
    await out.writeFile(tiffHeader({ width, height, profile }))
    await out.writeFile(data)
    return { width, height }
  } finally {
    found.dispose()
  }
}

async function profileOf(path: string): Promise<Buffer | undefined> {
  await using file = await open(path)
  return (await heifHeader(file, (await file.stat()).size))?.profile
}
