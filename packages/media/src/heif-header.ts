import type { FileHandle } from 'node:fs/promises'
import { readAt } from './read-at.ts'

/** What a HEIC file says of its main picture: pixels as shown (turned), and its colour profile if it carries one. */
export type HeifHeader = { width: number; height: number; profile?: Buffer }

type Box = { type: string; body: Buffer }

/** Phones write some kilobytes; what is longer is not read. */
const maxHeader = 1_000_000

/**
 * Reads the header of a HEIC file (ISO/IEC 14496-12 boxes, properties by ISO/IEC 23008-12). It exists because the decoder tells
 * neither the size before it decodes nor the colour profile: the photos of telephones are in Display P3, pale without it.
 * `undefined` when the file has no readable header.
 */
export async function heifHeader(file: FileHandle, size: number): Promise<HeifHeader | undefined> {
  try {
    for (let at = 0, part = 0; at + 8 <= size && part < 64; part++) {
      const head = await readAt(file, at, 8)
      const length = head.readUInt32BE(0)
      if (length < 8) return undefined
      if (head.toString('latin1', 4, 8) === 'meta' && length <= maxHeader)
        return parse(await readAt(file, at + 12, length - 12))
      at += length
    }
  } catch (error) {
    // Reading outside the header: it lies about its lengths.
    if (!(error instanceof RangeError)) throw error
  }
  return undefined
}

function parse(meta: Buffer): HeifHeader | undefined {
  const parts = boxes(meta)
  const main = find(parts, 'pitm')
  const properties = boxes(find(parts, 'iprp'))
  const all = boxes(find(properties, 'ipco'))
  const id = main[0] === 0 ? main.readUInt16BE(4) : main.readUInt32BE(4)
  const own = propertiesOf(id, find(properties, 'ipma')).flatMap((index) => all[index - 1] ?? [])
  const extent = own.find(({ type }) => type === 'ispe')?.body
  if (!extent) return undefined
  const sides: [number, number] = [extent.readUInt32BE(4), extent.readUInt32BE(8)]
  const turned = own.some(({ type, body }) => type === 'irot' && ((body[0] ?? 0) & 1) === 1)
  const [width, height] = turned ? [sides[1], sides[0]] : sides
  const colour = own.find(
    ({ type, body }) => type === 'colr' && ['prof', 'rICC'].includes(body.toString('latin1', 0, 4)),
  )
  return { width, height, ...(colour && { profile: Buffer.from(colour.body.subarray(4)) }) }
}

function boxes(bytes: Buffer): Box[] {
  const found: Box[] = []
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    if (length < 8) break
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), body: bytes.subarray(at + 8, at + length) })
    at += length
  }
  return found
}

const find = (among: Box[], type: string) => among.find((box) => box.type === type)?.body ?? Buffer.alloc(0)

/** The numbers (from 1) of the properties that belong to one picture of the file. */
function propertiesOf(id: number, map: Buffer): number[] {
  const wideIds = map.readUInt8(0) > 0
  const wideIndexes = (map.readUInt8(3) & 1) === 1
  let at = 8
  for (let left = map.readUInt32BE(4); left > 0; left--) {
    const item = wideIds ? map.readUInt32BE(at) : map.readUInt16BE(at)
    at += wideIds ? 4 : 2
    const count = map.readUInt8(at++)
    const indexes = Array.from({ length: count }, (_, n) =>
      wideIndexes ? map.readUInt16BE(at + 2 * n) & 0x7fff : map.readUInt8(at + n) & 0x7f,
    )
    if (item === id) return indexes
    at += count * (wideIndexes ? 2 : 1)
  }
  return []
}
