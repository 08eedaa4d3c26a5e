import { createHash } from 'node:crypto'

export type ContentDigest = { add(line: string): void; readonly count: number; value(): string }

/**
 * A digest of many lines that does not depend on their order, as two engines give the same things in two orders. It
 * tells differences by accident or defect, not by design: what guards an archive is the SHA-256 of each part.
 */
export function createContentDigest(): ContentDigest {
  const sum = Buffer.alloc(32)
  let count = 0
  return {
    add(line) {
      const hash = createHash('sha256').update(line).digest()
      for (let at = 0; at < 32; at += 1) sum[at] = (sum[at] as number) ^ (hash[at] as number)
      count += 1
    },
    get count() {
      return count
    },
    value: () => sum.toString('hex'),
  }
}
