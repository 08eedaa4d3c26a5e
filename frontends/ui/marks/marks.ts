import { colours, type InkName, siteInks } from '../tokens/tokens.ts'
import { leaves, type MarkName, markBox, small, smallPlate, water } from './drawings.ts'

/** Each mark has its ink; the plan for the climate is of water, the plan for employment takes the last plate. */
export const markInks = { ...siteInks, climat: 'blue', plie: 'rose' } satisfies Record<MarkName, InkName>

const svg = (box: string, content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${content}</svg>\n`
const path = (fill: string, d: string) => `<path fill="${fill}" fill-rule="evenodd" d="${d}"/>`

/** The mark in its ink over blue water; or all of it in one colour. */
export function markSvg(name: MarkName, oneColour?: string): string {
  const { day } = colours
  return svg(markBox, path(oneColour ?? day[markInks[name]], leaves[name]) + path(oneColour ?? day.blue, water))
}

/** For a browser's tab: the small mark on a plate of the site's ink, which is seen on light and on dark tabs. */
export function tabSvg(name: MarkName): string {
  const ink = markInks[name]
  return svg('0 0 16 16', path(colours.day[ink], smallPlate) + path(colours.day[`on-${ink}`], small))
}

/** For the screen of a phone: the whole mark on a full plate; a third of the side may be masked by the system. */
export function tileSvg(name: MarkName): string {
  const ink = markInks[name]
  const mark = leaves[name] + water
  return svg(
    '-18 -15.5 100 100',
    path(colours.day[ink], 'M-18-15.5h100v100h-100z') + path(colours.day[`on-${ink}`], mark),
  )
}
