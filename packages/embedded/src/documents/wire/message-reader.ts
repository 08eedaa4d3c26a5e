const HEADER_BYTES = 16
const MAX_MESSAGE_BYTES = 48_000_000

/**
 * Cuts a stream of bytes into the messages of MongoDB's protocol, each of which begins with its length.
 * @throws when a length is impossible: whoever speaks is not a MongoDB client
 */
export function createMessageReader(onMessage: (message: Buffer) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = []
  let bytes = 0

  /** The first bytes in one piece; pieces are joined only when a message is there in full, so once each. */
  function peek(length: number): Buffer {
    const [first] = chunks
    if (first && first.length >= length) return first
    const joined = Buffer.concat(chunks)
    chunks = [joined]
    return joined
  }

  return (chunk) => {
    chunks.push(chunk)
    bytes += chunk.length
    while (bytes >= 4) {
      const length = peek(4).readInt32LE(0)
      if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES)
        throw new Error(`A message of ${length} bytes is not possible.`)
      if (bytes < length) return
      const whole = peek(length)
      chunks[0] = whole.subarray(length)
      bytes -= length
      onMessage(whole.subarray(0, length))
    }
  }
}
