import { siteInks } from '../../tokens/tokens.ts'
import { seededRandom } from '../carving/carving.ts'
import type { Motif } from './motif.ts'
import { motifs } from './motifs/motifs.ts'
import { type Variation, variationOf } from './scene.ts'
import { motifsFor } from './subjects.ts'

/** A content that has no photo. */
export type Subjected = {
  id: string
  /** What it is about, from the most telling: its title, its tags, its sections. */
  words: readonly string[]
  site?: keyof typeof siteInks
}

/** A print that was chosen. Motif and seed are all it takes to draw it. */
export type Cover = {
  motif: string
  /** Three hexadecimal digits. */
  seed: string
  /** A sentence in French. */
  alt: string
  variation: Variation
}

const seeds = 0x1000

/** The print of a content: the same one everywhere, as long as its words call for the same motif. */
export const coverOf = (content: Subjected): Cover => candidates(content).next().value ?? coverBy(anyMotif(), '000')

/** How far back a neighbour stands: beside it, or above it in rows of two or three. The nearer, the worse a likeness. */
const reach = 3

/**
 * The prints of a list in its order. Each is the content's own print, unless a neighbour looks like it: then the next one
 * that suits it.
 */
export function coversOf(contents: readonly Subjected[]): Cover[] {
  const covers: Cover[] = []
  for (const content of contents) {
    const neighbours = covers.slice(-reach)
    let best: Cover | undefined
    let least = Number.POSITIVE_INFINITY
    for (const cover of candidates(content)) {
      const likeness = Math.max(0, ...neighbours.map((neighbour, index) => likenessOf(neighbour, cover) * (8 + index)))
      if (likeness < least) [best, least] = [cover, likeness]
      if (likeness === 0) break
    }
    covers.push(best ?? coverOf(content))
  }
  return covers
}

/** From 0, nothing of one reminds of the other, to 3: one picture on one ground. */
export const likenessOf = (one: Cover, other: Cover): number =>
  (one.motif === other.motif ? 2 : 0) + (one.variation.sky === other.variation.sky ? 1 : 0)

/** @param seed three hexadecimal digits */
export const coverBy = (motif: Motif, seed: string): Cover => ({
  motif: motif.name,
  seed,
  alt: motif.alt,
  variation: variationOf(motif.name, seed, motif),
})

/** What suits a content, its own print first. On a site of one ink, that ink is among the plates. */
function* candidates({ id, words, site = 'portal' }: Subjected): Generator<Cover, undefined> {
  const random = seededRandom(id)
  const suited = motifsFor(words, site).flatMap((name) => motifs.get(name) ?? [])
  const first = Math.floor(random() * suited.length)
  const ink = siteInks[site]
  for (let pass = 0; pass < 2; pass++)
    for (let step = 0; step < suited.length; step++) {
      const motif = suited[(first + step) % suited.length]
      if (!motif) continue
      let made = 0
      for (let tries = 0; tries < 60 && made < 8; tries++) {
        const cover = coverBy(
          motif,
          Math.floor(random() * seeds)
            .toString(16)
            .padStart(3, '0'),
        )
        const { sky, land, light } = cover.variation
        if (site !== 'portal' && tries < 40 && ![sky, land, light].includes(ink)) continue
        made++
        yield cover
      }
    }
  return undefined
}

function anyMotif(): Motif {
  const [motif] = motifs.values()
  if (!motif) throw new TypeError('There is no motif')
  return motif
}
