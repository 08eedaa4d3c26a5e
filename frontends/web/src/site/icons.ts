import heritageFile from '@pmq/ui/marks/icons/heritage.ico?url'
import heritageTab from '@pmq/ui/marks/icons/heritage.svg?url'
import heritageTouch from '@pmq/ui/marks/icons/heritage-180.png?url'
import heritageTile from '@pmq/ui/marks/icons/heritage-192.png?url'
import heritageLargeTile from '@pmq/ui/marks/icons/heritage-512.png?url'
import portalFile from '@pmq/ui/marks/icons/portal.ico?url'
import portalTab from '@pmq/ui/marks/icons/portal.svg?url'
import portalTouch from '@pmq/ui/marks/icons/portal-180.png?url'
import portalTile from '@pmq/ui/marks/icons/portal-192.png?url'
import portalLargeTile from '@pmq/ui/marks/icons/portal-512.png?url'
import produitsFile from '@pmq/ui/marks/icons/produits.ico?url'
import produitsTab from '@pmq/ui/marks/icons/produits.svg?url'
import produitsTouch from '@pmq/ui/marks/icons/produits-180.png?url'
import produitsTile from '@pmq/ui/marks/icons/produits-192.png?url'
import produitsLargeTile from '@pmq/ui/marks/icons/produits-512.png?url'
import scicFile from '@pmq/ui/marks/icons/scic.ico?url'
import scicTab from '@pmq/ui/marks/icons/scic.svg?url'
import scicTouch from '@pmq/ui/marks/icons/scic-180.png?url'
import scicTile from '@pmq/ui/marks/icons/scic-192.png?url'
import scicLargeTile from '@pmq/ui/marks/icons/scic-512.png?url'

/** The mark of each site as others show it: a browser's tab (and programs that know only `.ico`), the screen of a phone. */
export const icons = {
  portal: { tab: portalTab, file: portalFile, touch: portalTouch, tile: portalTile, largeTile: portalLargeTile },
  heritage: {
    tab: heritageTab,
    file: heritageFile,
    touch: heritageTouch,
    tile: heritageTile,
    largeTile: heritageLargeTile,
  },
  scic: { tab: scicTab, file: scicFile, touch: scicTouch, tile: scicTile, largeTile: scicLargeTile },
  produits: {
    tab: produitsTab,
    file: produitsFile,
    touch: produitsTouch,
    tile: produitsTile,
    largeTile: produitsLargeTile,
  },
}
