import { polygon } from '@pmq/ui/prints/carving/carving.ts'
import { epcis, placeOnMap, territoryBox } from '@pmq/ui/prints/map/territory.ts'
import stamp from '@pmq/ui/prints/map/territory-stamp.svg?url'

type Place = { lat: number; lon: number }

/** The silhouette of the Pays, to be used by `<use href>`, and its box. */
export const silhouette = { href: `${stamp}#territory`, viewBox: `0 0 ${territoryBox.width} ${territoryBox.height}` }

/** The hand-cut outline of a communauté de communes, and its ink; nothing for one that is not on the map. */
export function communauteShape(siren: string | undefined) {
  const found = epcis.find((one) => one.siren === siren)
  return found && { outline: polygon(found.outline), ink: found.ink }
}

/** A square for each place, each a little askew, in one path. `half` in units of the map. */
export const placeMarks = (places: readonly Place[], half = 14): string =>
  places
    .map(({ lat, lon }) => {
      const [x, y] = placeOnMap(lat, lon)
      return polygon([
        [x - half, y - half * 0.86],
        [x + half * 0.86, y - half],
        [x + half, y + half * 0.9],
        [x - half * 0.9, y + half],
      ])
    })
    .join('')
