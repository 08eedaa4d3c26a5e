import { edge } from './edges/edges.ts'
import { heritageHero, heritageHeroNarrow } from './heroes/heritage.ts'
import { portalHero, portalHeroNarrow } from './heroes/portal.ts'
import { produitsHero, produitsHeroNarrow } from './heroes/produits.ts'
import { scicHero, scicHeroNarrow } from './heroes/scic.ts'
import { territoryMap, territoryStamp } from './map/territory-map.ts'
import { pictogramSprite } from './pictograms/pictograms.ts'
import { gorgesPlate } from './plates/gorges.ts'
import { heritagePlate } from './plates/heritage.ts'
import { portalPlate } from './plates/portal.ts'
import { produitsPlate } from './plates/produits.ts'
import { scicPlate } from './plates/scic.ts'
import { emptyState, lostState, notFoundState, offlineState, stormState, successState } from './states/states.ts'

type Drawing = {
  path: string
  draw: () => string /** At most, in bytes; `gzip` when it is sent. */
  most: { raw: number; gzip?: number }
}

const hero = { raw: 30_000, gzip: 10_000 }
const state = { raw: 8_000 }
const plate = { raw: 12_000 }

/** Every drawing that is a file: where it is kept, and what it may weigh. */
export const drawings: readonly Drawing[] = [
  { path: 'heroes/portal.svg', draw: portalHero, most: hero },
  { path: 'heroes/portal-narrow.svg', draw: portalHeroNarrow, most: hero },
  { path: 'heroes/heritage.svg', draw: heritageHero, most: hero },
  { path: 'heroes/heritage-narrow.svg', draw: heritageHeroNarrow, most: hero },
  { path: 'heroes/scic.svg', draw: scicHero, most: hero },
  { path: 'heroes/scic-narrow.svg', draw: scicHeroNarrow, most: hero },
  { path: 'heroes/produits.svg', draw: produitsHero, most: hero },
  { path: 'heroes/produits-narrow.svg', draw: produitsHeroNarrow, most: hero },
  { path: 'plates/portal.svg', draw: portalPlate, most: plate },
  { path: 'plates/heritage.svg', draw: heritagePlate, most: plate },
  { path: 'plates/scic.svg', draw: scicPlate, most: plate },
  { path: 'plates/produits.svg', draw: produitsPlate, most: plate },
  { path: 'plates/gorges.svg', draw: gorgesPlate, most: plate },
  { path: 'map/territory.svg', draw: territoryMap, most: { raw: 14_000 } },
  { path: 'map/territory-stamp.svg', draw: territoryStamp, most: { raw: 3_000 } },
  { path: 'states/empty.svg', draw: emptyState, most: state },
  { path: 'states/not-found.svg', draw: notFoundState, most: state },
  { path: 'states/lost.svg', draw: lostState, most: state },
  { path: 'states/storm.svg', draw: stormState, most: state },
  { path: 'states/success.svg', draw: successState, most: state },
  { path: 'states/offline.svg', draw: offlineState, most: state },
  { path: 'edges/edge-a.svg', draw: () => edge('edge-a'), most: { raw: 6_000 } },
  { path: 'edges/edge-b.svg', draw: () => edge('edge-b'), most: { raw: 6_000 } },
  { path: 'pictograms/pictograms.svg', draw: pictogramSprite, most: { raw: 30_000, gzip: 8_000 } },
]
