import type { Motif } from '../motif.ts'
import { bicycle } from './bicycle.ts'
import { busStop } from './bus-stop.ts'
import { canteen } from './canteen.ts'
import { insulation } from './insulation.ts'
import { market } from './market.ts'
import { orchard } from './orchard.ts'
import { solarRoof } from './solar-roof.ts'
import { woodHeating } from './wood-heating.ts'

/** All of them, by the name that stands in addresses. */
export const motifs: ReadonlyMap<string, Motif> = new Map(
  [solarRoof, insulation, woodHeating, orchard, market, canteen, bicycle, busStop].map((motif) => [motif.name, motif]),
)
