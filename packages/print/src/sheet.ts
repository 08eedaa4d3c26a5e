import { bandOf, brandOf, markOf, type PrintedSite } from './brand.ts'
import { qrCode } from './qr-code.ts'

/** What every printed document says of itself. */
export type Sheet = {
  site: PrintedSite
  siteName: string
  title: string
  /** Who answers for it. */
  publisher: string
  /** One line at the foot of each page. */
  footer: string
  /** At the right of the head: what kind of document it is. */
  label?: string
  description?: string
  keywords?: readonly string[]
}

export const sheetData = ({ site, siteName, ...rest }: Sheet) => ({
  ...rest,
  'site-name': siteName,
  colours: brandOf(site),
})

export const sheetFiles = ({ site }: Sheet): Record<string, string> => ({
  '/art/band.svg': bandOf(site),
  '/art/mark.svg': markOf(site, brandOf(site).over),
})

/** An address printed as people type it, and as a code for their phone. */
export const permalinkData = (permalink: string) => ({
  permalink,
  'shown-permalink': permalink.replace(/^https?:\/\//, ''),
})
export const permalinkFiles = (permalink: string) => ({ '/art/qr.svg': qrCode(permalink) })

/** A picture beside a text: SVG source, or the bytes of a PNG or JPEG. */
export type Picture = { file: string | Uint8Array; alt: string; caption?: string }

/** @returns what the template is told, and the file under the name that it is told */
export function pictureOf({ file, alt, caption = '' }: Picture) {
  const ending = typeof file === 'string' ? 'svg' : isPng(file) ? 'png' : 'jpg'
  const path = `/art/picture.${ending}`
  return { data: { path, alt, caption }, files: { [path]: file } }
}

const isPng = (bytes: Uint8Array) => bytes[0] === 0x89 && bytes[1] === 0x50
