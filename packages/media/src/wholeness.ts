import type { FileHandle } from 'node:fs/promises'
import type { PictureKind } from './picture-kind.ts'
import { readAt } from './read-at.ts'

/** What the structure of a file says, without decoding it. */
export type Wholeness = { whole: boolean; animated: boolean }

/** More parts than any camera or program writes: a file made to keep us busy. */
const maxParts = 100_000

/**
 * Tells whether the end of a file is there, and whether it moves, by its structure alone: cheap enough for a request. A file that
 * passes may still be damaged inside; only decoding it all (`derive`) proves it whole.
 */
export async function wholenessOf(file: FileHandle, size: number, kind: PictureKind): Promise<Wholeness> {
  if (kind === 'jpeg') return still(await endsWithin(file, size, 65_536, Buffer.from([0xff, 0xd9])))
  if (kind === 'gif') return still(await endsWithSemicolon(file, size))
  if (kind === 'webp') return still((await readAt(file, 4, 4)).readUInt32LE(0) + 8 <= size)
  if (kind === 'png') return png(file, size)
  if (kind === 'heic' || kind === 'avif') return still(await boxesEnd(file, size))
  return still(true)
}

const still = (whole: boolean): Wholeness => ({ whole, animated: false })

/** Some cameras add bytes of their own after the picture, so the mark of the end is looked for near the end, not at it. */
async function endsWithin(file: FileHandle, size: number, tail: number, mark: Buffer): Promise<boolean> {
  const from = Math.max(0, size - tail)
  return (await readAt(file, from, size - from)).includes(mark)
}

/** A GIF ends by this sign; some programs fill up with zeros. */
async function endsWithSemicolon(file: FileHandle, size: number): Promise<boolean> {
  const from = Math.max(0, size - 1_024)
  const tail = await readAt(file, from, size - from)
  return tail.findLast((byte) => byte !== 0) === 0x3b
}

async function png(file: FileHandle, size: number): Promise<Wholeness> {
  let animated = false
  let at = 8
  for (let part = 0; part < maxParts && at + 12 <= size; part++) {
    const head = await readAt(file, at, 8)
    const type = head.toString('latin1', 4, 8)
    if (type === 'IEND') return { whole: true, animated }
    if (type === 'acTL') animated = true
    at += 12 + head.readUInt32BE(0)
  }
  return { whole: false, animated }
}

async function boxesEnd(file: FileHandle, size: number): Promise<boolean> {
  let at = 0
  for (let part = 0; part < maxParts && at + 8 <= size; part++) {
    const head = await readAt(file, at, Math.min(16, size - at))
    const short = head.readUInt32BE(0)
    if (short === 0) return true
    const length = short === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : short
    if (length < 8) return false
    at += length
  }
  return at === size
}
