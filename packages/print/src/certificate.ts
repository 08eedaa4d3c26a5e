import { permalinkData, permalinkFiles, type Sheet, sheetData, sheetFiles } from './sheet.ts'
import type { Job } from './typst.ts'

export type CertificateSheet = Sheet & {
  /** As it is written on the sheet: « Certificat nº 2018-0417 ». */
  number: string
  /** A sentence around a name: what comes before it, and what after. */
  holder: { before: string; name: string; after: string }
  /** The figure that counts, and what it counts. */
  figure: { value: string; text: string }
  terms: string
  /** Place and day, then who signs; one a line. */
  signed: readonly string[]
  /** Where it can be checked. */
  permalink: string
  /** SVG source, printed on the flat at the left. */
  plate: string
}

/** A certificate on one landscape sheet, with the address at which it can be checked. */
export function certificateJob(certificate: CertificateSheet): Job {
  const { number, holder, figure, terms, signed, permalink, plate, ...sheet } = certificate
  return {
    template: 'certificate',
    data: { ...sheetData(sheet), ...permalinkData(permalink), number, holder, figure, terms, signed },
    files: { ...sheetFiles(sheet), ...permalinkFiles(permalink), '/art/plate.svg': plate },
  }
}
