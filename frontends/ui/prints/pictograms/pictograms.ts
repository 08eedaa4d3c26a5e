import { interfacePictograms } from './interface.ts'
import type { Layer } from './knife.ts'
import { subjectPictograms } from './subjects.ts'

const all = { ...subjectPictograms, ...interfacePictograms } satisfies Record<string, readonly Layer[]>

/** A sign of the sprite, as `Pictogram.astro` takes it. */
export type PictogramName = keyof typeof all

export const pictogramNames = Object.keys(all) as PictogramName[]

/** The sprite: one `<symbol>` a pictogram, printed in the colour of the text around it. */
export const pictogramSprite = (): string =>
  `<svg xmlns="http://www.w3.org/2000/svg">${pictogramNames
    .map(
      (name) =>
        `<symbol id="${name}" viewBox="0 0 96 96" fill="currentColor" fill-rule="evenodd">${all[name]
          .map((d) => `<path d="${d}"/>`)
          .join('')}</symbol>`,
    )
    .join('\n')}</svg>\n`
