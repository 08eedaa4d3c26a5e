import type { SiteId } from '@pmq/contracts/content'
import { type Cover, coverOf, coversOf, drawingVersion, type Subjected } from '@pmq/ui/prints/covers/covers.ts'

/** Shapes of the sheet, by the name that stands in an address: width by height. */
export const coverRatios = { '4x3': 4 / 3, '3x2': 3 / 2, '16x9': 16 / 9, '2x1': 2, '1x1': 1 }
export type CoverRatio = keyof typeof coverRatios

/** What an `img` needs; width and height keep its place before it is there. */
export type CoverImage = { src: string; width: number; height: number; alt: string }

/** A content without a photo, as the API tells it. An article has it all; for the rest, the title is enough. */
export type Covered = {
  id: string
  title: string
  site?: SiteId
  tags?: readonly string[]
  section?: { title: string; path: string }
}

/** The print of one content, the same on every page. */
export const coverAddress = (content: Covered, ratio: CoverRatio = '4x3'): CoverImage =>
  imageOf(coverOf(subjectOf(content)), ratio)

/** The prints of a list, in its order: neighbours never look alike. */
export const coverAddresses = (contents: readonly Covered[], ratio: CoverRatio = '4x3'): CoverImage[] =>
  coversOf(contents.map(subjectOf)).map((cover) => imageOf(cover, ratio))

/** What a print is chosen by. */
export const subjectOf = ({ id, title, tags = [], section, site }: Covered): Subjected => ({
  id,
  words: [title, ...tags, ...(section ? [`${section.title} ${section.path.replaceAll(/[/-]/g, ' ')}`] : [])],
  ...(site && { site }),
})

const height = 600

/** Where a print is. */
export const imageOf = ({ motif, seed, alt }: Cover, ratio: CoverRatio): CoverImage => ({
  src: `/couvertures/${drawingVersion()}/${motif}-${seed}-${ratio}.svg`,
  width: Math.round(height * coverRatios[ratio]),
  height,
  alt,
})
