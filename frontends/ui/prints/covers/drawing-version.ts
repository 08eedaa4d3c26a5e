import { drawCover } from './draw-cover.ts'
import { motifs } from './motifs/motifs.ts'

let version: string | undefined

/**
 * Names how covers are drawn: it changes with any motif, tool or ink, so that an address with it can be kept for ever.
 * Found by drawing each motif once, when it is first asked for (some 200 ms).
 */
export function drawingVersion(): string {
  version ??= digest([...motifs.keys()].map((motif) => drawCover({ motif, seed: '7a5' }) ?? ''))
  return version
}

/** FNV-1a, which is enough to tell drawings apart. */
function digest(texts: readonly string[]): string {
  let hash = 0x811c9dc5
  for (const text of texts)
    for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(36)
}
