import heritage from '@pmq/ui/marks/heritage.svg?url'
import portal from '@pmq/ui/marks/portal.svg?url'
import produits from '@pmq/ui/marks/produits.svg?url'
import scic from '@pmq/ui/marks/scic.svg?url'

/** The mark of each site, as a file. */
export const marks = { portal, heritage, scic, produits }
