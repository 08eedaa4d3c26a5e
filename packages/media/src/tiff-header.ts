/** TIFF 6.0 field types: bytes of one value. */
const short = 3
const long = 4
const undefinedBytes = 7

/** Rows of one strip: small, so that a reader never needs more than a strip of the picture at a time. */
const rowsPerStrip = 16

/** The header of an uncompressed TIFF of 8-bit RGBA pixels, which follow it row by row (TIFF 6.0; tag 34675 by ICC.1). */
export function tiffHeader({
  width,
  height,
  profile,
}: {
  width: number
  height: number
  profile?: Buffer | undefined
}): Buffer {
  const strips = Math.ceil(height / rowsPerStrip)
  const rowBytes = width * 4
  const stripBytes = Array.from(
    { length: strips },
    (_, n) => Math.min(rowsPerStrip, height - n * rowsPerStrip) * rowBytes,
  )
  // Two passes: the place of the pixels is known only when the header's own length is.
  const length = write(stripBytes.map(() => 0)).length
  return write(stripBytes.map((_, n) => length + n * rowsPerStrip * rowBytes))

  function write(offsets: number[]): Buffer {
    const fields: [tag: number, type: number, values: number[] | Buffer][] = [
      [256, long, [width]],
      [257, long, [height]],
      [258, short, [8, 8, 8, 8]],
      [259, short, [1]],
      [262, short, [2]],
      [273, long, offsets],
      [277, short, [4]],
      [278, long, [rowsPerStrip]],
      [279, long, stripBytes],
      [284, short, [1]],
      [338, short, [2]],
    ]
    if (profile) fields.push([34675, undefinedBytes, profile])
    const start = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])
    const directory = Buffer.alloc(2 + fields.length * 12 + 4)
    directory.writeUInt16LE(fields.length, 0)
    const after: Buffer[] = []
    let free = start.length + directory.length
    for (const [n, [tag, type, values]] of fields.entries()) {
      const at = 2 + n * 12
      const bytes = bytesOf(type, values)
      directory.writeUInt16LE(tag, at)
      directory.writeUInt16LE(type, at + 2)
      directory.writeUInt32LE(values.length, at + 4)
      if (bytes.length <= 4) bytes.copy(directory, at + 8)
      else {
        directory.writeUInt32LE(free, at + 8)
        after.push(bytes)
        free += bytes.length
      }
    }
    return Buffer.concat([start, directory, ...after])
  }
}

/** Even in length, since values begin on a word boundary. */
function bytesOf(type: number, values: number[] | Buffer): Buffer {
  if (Buffer.isBuffer(values)) return Buffer.concat([values, Buffer.alloc(values.length % 2)])
  const size = type === short ? 2 : 4
  const bytes = Buffer.alloc(values.length * size)
  for (const [n, value] of values.entries()) bytes.writeUIntLE(value, n * size, size)
  return bytes
}
