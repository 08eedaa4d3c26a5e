/** Prints for contents without a photo: which one, and how it is drawn. */
export { type Cover, coverOf, coversOf, likenessOf, type Subjected } from './cover-of.ts'
export { type DrawOptions, drawCover } from './draw-cover.ts'
export { drawingVersion } from './drawing-version.ts'
export { motifs } from './motifs/motifs.ts'
export { motifsFor } from './subjects.ts'
