import { siteInks } from '../tokens/tokens.ts'
import { leaves, type MarkName } from './drawings.ts'
import { markSvg, tabSvg, tileSvg } from './marks.ts'

export const markNames = Object.keys(leaves) as MarkName[]
/** Those that are sites of their own, with a tab and a tile. */
export const siteNames = Object.keys(siteInks) as (keyof typeof siteInks)[]

/** Every drawing that is written from `drawings.ts` and the tokens, by its path in this folder. */
export const drawings = (): Record<string, string> =>
  Object.fromEntries([
    ...markNames.flatMap((name) => [
      [`${name}.svg`, markSvg(name)],
      [`one-colour/${name}-black.svg`, markSvg(name, '#000000')],
      [`one-colour/${name}-white.svg`, markSvg(name, '#ffffff')],
    ]),
    ...siteNames.map((name) => [`icons/${name}.svg`, tabSvg(name)]),
  ])

/** Every picture that is printed from a drawing: pixels of its side. */
export const pictures = (): Record<string, { svg: string; size: number }> =>
  Object.fromEntries([
    ...siteNames.flatMap((name) =>
      [180, 192, 512].map((size) => [`icons/${name}-${size}.png`, { svg: tileSvg(name), size }]),
    ),
    // Twice the 56 px at which a mail shows it.
    ...markNames.map((name) => [`mail/${name}.png`, { svg: markSvg(name), size: 112 }]),
  ])
