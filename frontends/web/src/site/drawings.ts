import heritageHero from '@pmq/ui/prints/heroes/heritage.svg?url'
import heritageNarrow from '@pmq/ui/prints/heroes/heritage-narrow.svg?url'
import { heroSize, narrowHeroSize } from '@pmq/ui/prints/heroes/heroes.ts'
import portalHero from '@pmq/ui/prints/heroes/portal.svg?url'
import portalNarrow from '@pmq/ui/prints/heroes/portal-narrow.svg?url'
import produitsHero from '@pmq/ui/prints/heroes/produits.svg?url'
import produitsNarrow from '@pmq/ui/prints/heroes/produits-narrow.svg?url'
import scicHero from '@pmq/ui/prints/heroes/scic.svg?url'
import scicNarrow from '@pmq/ui/prints/heroes/scic-narrow.svg?url'
import gorgesPlate from '@pmq/ui/prints/plates/gorges.svg?url'
import heritagePlate from '@pmq/ui/prints/plates/heritage.svg?url'
import portalPlate from '@pmq/ui/prints/plates/portal.svg?url'
import produitsPlate from '@pmq/ui/prints/plates/produits.svg?url'
import scicPlate from '@pmq/ui/prints/plates/scic.svg?url'

const hero = (wide: string, narrow: string) => ({
  art: { src: wide, ...heroSize },
  narrow: { src: narrow, ...narrowHeroSize },
})

/** What each site prints on its first sheet, and the same composed for a phone. */
export const heroes = {
  portal: hero(portalHero, portalNarrow),
  heritage: hero(heritageHero, heritageNarrow),
  scic: hero(scicHero, scicNarrow),
  produits: hero(produitsHero, produitsNarrow),
}

const plate = (src: string) => ({ src, width: 800, height: 600 })

/** A site as its sisters show it; `water` stands for the tourism offices. */
export const plates = {
  portal: plate(portalPlate),
  heritage: plate(heritagePlate),
  scic: plate(scicPlate),
  produits: plate(produitsPlate),
  water: plate(gorgesPlate),
}
