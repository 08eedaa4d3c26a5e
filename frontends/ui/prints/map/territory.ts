import type { Outline, Point } from '../carving/carving.ts'
import { line } from '../hand/points.ts'

/**
 * The territory, cut by hand: borders placed by eye around the communes, not surveyed. Two neighbours share the points of
 * their border. Units of the drawing: 1020 wide, 900 high.
 */
export const territoryBox = { width: 1020, height: 912 } as const

/** Where a place stands on the drawing, from its degrees north and east. */
export const placeOnMap = (lat: number, lon: number): Point => [
  Math.round(318 + (lon - 1.5386) * 1462.5),
  Math.round(378 - (lat - 44.1615) * 2041.5),
]

const northWest = line(
  '123,498 96,452 63,408 44,372 21,342 52,300 90,255 126,240 165,219 188,204 204,180 212,152 228,132 262,160 294,183 318,188 348,204 384,195 374,164 360,135 378,93 402,100 429,102 438,138 471,123',
)
const caussadaisRouergue = line(
  '471,123 486,152 492,186 519,236 555,294 516,300 480,312 470,338 468,360 482,396 489,435',
)
const caussadaisAveyron = line('489,435 456,456 417,486 358,474 303,471 262,500 219,516 166,502 123,498')
const northEast = line(
  '471,123 506,104 552,78 584,66 612,48 640,44 669,48 702,30 736,32 768,24 800,26 834,36 822,60 819,90 842,110 858,135 902,136 948,144 938,180 936,216 900,246 870,279 886,300 894,324 940,352 990,387 954,410 924,426 884,414 840,408 806,448 765,492 720,496 675,507 636,490 600,468 552,470 507,477',
)
const south = line(
  '507,477 498,498 508,526 513,552 546,579 552,610 564,636 524,676 486,714 466,756 438,792 402,802 363,816 364,846 372,870 334,888 300,900 270,856 237,819 238,792 246,768 212,756 180,738 172,690 159,630 150,590 141,552 123,498',
)

export type Epci = { siren: string; slug: string; name: string; ink: 'yellow' | 'orange' | 'green'; outline: Outline }

/** The three communautés de communes; `siren` and `slug` are those of the contents. */
export const epcis: readonly Epci[] = [
  {
    siren: '248200057',
    slug: 'quercy-caussadais',
    name: 'Quercy Caussadais',
    ink: 'yellow',
    outline: [...northWest, ...caussadaisRouergue.slice(1), ...caussadaisAveyron.slice(1, -1)],
  },
  {
    siren: '248200107',
    slug: 'quercy-rouergue-et-gorges-de-l-aveyron',
    name: 'Quercy Rouergue et gorges de l’Aveyron',
    ink: 'orange',
    outline: [...northEast, ...caussadaisRouergue.slice(1).reverse()],
  },
  {
    siren: '200066884',
    slug: 'quercy-vert-aveyron',
    name: 'Quercy Vert-Aveyron',
    ink: 'green',
    outline: [...south, ...caussadaisAveyron.slice(0, -1).reverse()],
  },
]

/** The Aveyron, from the east, where the Viaur joins it, to the west. */
export const aveyron = line(
  '990,400 960,408 931,408 908,390 883,377 852,384 825,389 808,404 791,410 760,412 732,420 706,408 686,391 660,392 637,399 618,424 595,442 566,452 545,467 556,492 572,508 588,526 594,548 576,568 554,581 528,588 507,589 484,578 466,561 448,552 434,548 408,530 386,516 352,518 322,516 300,526 279,532 258,512 240,497 212,512 188,524 160,516 130,508',
)

type Town = { name: string; at: Point; anchor: 'start' | 'middle' | 'end'; dx: number; dy: number; main: boolean }

/** The towns that people look for first, and where their name stands beside them. */
export const towns: readonly Town[] = [
  { name: 'Caussade', at: placeOnMap(44.1615, 1.5386), anchor: 'end', dx: -20, dy: 10, main: true },
  { name: 'Nègrepelisse', at: placeOnMap(44.0755, 1.5216), anchor: 'start', dx: 20, dy: 28, main: true },
  { name: 'Saint-Antonin-Noble-Val', at: placeOnMap(44.1519, 1.7567), anchor: 'middle', dx: 20, dy: -28, main: true },
  { name: 'Laguépie', at: placeOnMap(44.1463, 1.9693), anchor: 'end', dx: -6, dy: 50, main: false },
  { name: 'Montpezat', at: placeOnMap(44.2415, 1.4785), anchor: 'start', dx: 20, dy: 10, main: false },
  { name: 'Caylus', at: placeOnMap(44.2364, 1.7722), anchor: 'start', dx: 20, dy: 10, main: true },
  { name: 'Monclar', at: placeOnMap(43.9676, 1.5878), anchor: 'end', dx: -20, dy: 10, main: true },
]

/** Between two communautés de communes. */
export const borders: readonly Outline[] = [
  caussadaisRouergue,
  caussadaisAveyron,
  [caussadaisRouergue.at(-1) ?? [0, 0], northEast.at(-1) ?? [0, 0]],
]
