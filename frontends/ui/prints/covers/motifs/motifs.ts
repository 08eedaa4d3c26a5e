import type { Motif } from '../motif.ts'
import { arcades } from './arcades.ts'
import { archives } from './archives.ts'
import { bellTower } from './bell-tower.ts'
import { bicycle } from './bicycle.ts'
import { busStop } from './bus-stop.ts'
import { canoe } from './canoe.ts'
import { canteen } from './canteen.ts'
import { carpool } from './carpool.ts'
import { dovecote } from './dovecote.ts'
import { dryStoneHut } from './dry-stone-hut.ts'
import { festival } from './festival.ts'
import { footpath } from './footpath.ts'
import { gorge } from './gorge.ts'
import { insulation } from './insulation.ts'
import { lavoir } from './lavoir.ts'
import { market } from './market.ts'
import { microphone } from './microphone.ts'
import { oak } from './oak.ts'
import { orchard } from './orchard.ts'
import { otter } from './otter.ts'
import { planCompass } from './plan-compass.ts'
import { postcard } from './postcard.ts'
import { river } from './river.ts'
import { saffronTruffle } from './saffron-truffle.ts'
import { school } from './school.ts'
import { solarRoof } from './solar-roof.ts'
import { station } from './station.ts'
import { strawHat } from './straw-hat.ts'
import { townHall } from './town-hall.ts'
import { vineyard } from './vineyard.ts'
import { woodHeating } from './wood-heating.ts'
import { workshop } from './workshop.ts'

/** All of them, by the name that stands in addresses. */
export const motifs: ReadonlyMap<string, Motif> = new Map(
  [
    arcades,
    archives,
    bellTower,
    bicycle,
    busStop,
    canoe,
    canteen,
    carpool,
    dovecote,
    dryStoneHut,
    festival,
    footpath,
    gorge,
    insulation,
    lavoir,
    market,
    microphone,
    oak,
    orchard,
    otter,
    planCompass,
    postcard,
    river,
    saffronTruffle,
    school,
    solarRoof,
    station,
    strawHat,
    townHall,
    vineyard,
    woodHeating,
    workshop,
  ].map((motif) => [motif.name, motif]),
)
