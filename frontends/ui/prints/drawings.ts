import { heritageHero } from './heroes/heritage.ts'
import { portalHero } from './heroes/portal.ts'
import { produitsHero } from './heroes/produits.ts'
import { scicHero } from './heroes/scic.ts'
import { pictogramSprite } from './pictograms/pictograms.ts'

type Drawing = {
  path: string
  draw: () => string /** At most, in bytes; `gzip` when it is sent. */
  most: { raw: number; gzip?: number }
}

const hero = { raw: 30_000, gzip: 10_000 }

/** Every drawing that is a file: where it is kept, and what it may weigh. */
export const drawings: readonly Drawing[] = [
  { path: 'heroes/portal.svg', draw: portalHero, most: hero },
  { path: 'heroes/heritage.svg', draw: heritageHero, most: hero },
  { path: 'heroes/scic.svg', draw: scicHero, most: hero },
  { path: 'heroes/produits.svg', draw: produitsHero, most: hero },
  { path: 'pictograms/pictograms.svg', draw: pictogramSprite, most: { raw: 30_000, gzip: 8_000 } },
]
