import heritage from '../prints/heroes/heritage.svg?url'
import portal from '../prints/heroes/portal.svg?url'
import produits from '../prints/heroes/produits.svg?url'
import scic from '../prints/heroes/scic.svg?url'

const size = { width: 1600, height: 830 }

/** Prints that the charter's examples show in the place of photographs. */
export const pictures = {
  village: { src: portal, ...size },
  arcades: { src: heritage, ...size },
  roof: { src: scic, ...size },
  market: { src: produits, ...size },
}
