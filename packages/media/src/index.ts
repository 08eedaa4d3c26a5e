export { type CleanSvg, cleanSvg } from './clean-svg.ts'
export type { Declared } from './declared.ts'
export {
  type Derivative,
  type DerivativeFormat,
  type Derived,
  type DeriveOptions,
  derivativeFormats,
  derive,
  hashPicture,
} from './derive.ts'
export { type Crop, cropAround, type FocalPoint, focalPoint, middle } from './focal-point.ts'
export { defaultWidths, ladder, type Rung } from './ladder.ts'
export { type Licence, type LicenceCode, licenceCodes, licences } from './licences.ts'
export { type PictureLimits, pictureLimits } from './limits.ts'
export { areNear, hammingDistance, nearDistance, type PictureHash } from './picture-hash.ts'
export type { PictureKind } from './picture-kind.ts'
export { PictureRefused, type RefusalCode } from './picture-refused.ts'
export { adviceOn, blockersOf, type Lack, mentionOf, type PictureSheet, pictureSheet } from './picture-sheet.ts'
export { createPictureWorker, type PictureWorker, type PictureWorkerOptions } from './picture-worker.ts'
export { type Picture, type Probed, type ProbeOptions, probe } from './probe.ts'
