import type { Motif } from '../motif.ts'
import { arcades } from './arcades.ts'
import { bellTower } from './bell-tower.ts'
import { bicycle } from './bicycle.ts'
import { busStop } from './bus-stop.ts'
import { canoe } from './canoe.ts'
import { canteen } from './canteen.ts'
import { carpool } from './carpool.ts'
import { dovecote } from './dovecote.ts'
import { dryStoneHut } from './dry-stone-hut.ts'
import { footpath } from './footpath.ts'
import { gorge } from './gorge.ts'
import { insulation } from './insulation.ts'
import { lavoir } from './lavoir.ts'
import { market } from './market.ts'
import { orchard } from './orchard.ts'
import { solarRoof } from './solar-roof.ts'
import { station } from './station.ts'
import { strawHat } from './straw-hat.ts'
import { woodHeating } from './wood-heating.ts'

/** All of them, by the name that stands in addresses. */
export const motifs: ReadonlyMap<string, Motif> = new Map(
  [
    arcades,
    bellTower,
    bicycle,
    busStop,
    canoe,
    canteen,
    carpool,
    dovecote,
    dryStoneHut,
    footpath,
    gorge,
    insulation,
    lavoir,
    market,
    orchard,
    solarRoof,
    station,
    strawHat,
    woodHeating,
  ].map((motif) => [motif.name, motif]),
)
