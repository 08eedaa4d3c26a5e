import { inkStyle } from '../hand/ink.ts'
import { mapShapes, townAt } from './map-shapes.ts'
import { territoryBox, towns } from './territory.ts'

/** The map as a file, without names: for mails, prints and share images. */
export function territoryMap(): string {
  const { width, height } = territoryBox
  const ink = { yellow: 'y', orange: 'o', green: 'g' } as const
  const body = [
    `<path class="k" transform="translate(12 14)" d="${mapShapes.whole}"/>`,
    ...mapShapes.epcis.map(({ ink: name, outline }) => `<path class="${ink[name]}" d="${outline}"/>`),
    `<path class="w" d="${mapShapes.borders}"/>`,
    `<path class="w" d="${mapShapes.epcis.map(({ cuts }) => cuts).join('')}"/>`,
    `<path class="w" d="${mapShapes.riverBed}"/>`,
    `<path class="b" d="${mapShapes.river}"/>`,
    `<path class="k" d="${towns.map(({ at }) => townAt(at)).join('')}"/>`,
  ].join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${inkStyle(body)}${body}</svg>\n`
}

/** The silhouette alone, as a symbol: the stamp of a commune is this and a cut. */
export const territoryStamp = (): string =>
  `<svg xmlns="http://www.w3.org/2000/svg"><symbol id="territory" viewBox="0 0 ${territoryBox.width} ${territoryBox.height}"><path d="${mapShapes.whole}"/></symbol></svg>\n`
